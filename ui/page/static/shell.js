/* The page around the map: the menu, the choice of images, and the drawer of evidence below the map. */
"use strict";
(() => {
  const told = (button, open) => button?.setAttribute("aria-expanded", String(open));
  const flip = (name) => document.body.classList.toggle(name);

  function clicked({ target }) {
    const at = (selector) => target.closest?.(selector);
    const menu = at("#menu-button"), change = at("#change-images"), tab = at("#drawer button[role=tab]");
    if (menu) told(menu, flip("td-menu"));
    else if (change) told(change, flip("td-changing"));
    else if (at("#forget-ask")) document.body.classList.add("td-forget");
    else if (tab) drawer(tab);
    if (at("#forget") || !at("#menu, #menu-button")) close();
    if (at(".td-offer")) document.body.classList.remove("td-changing");
  }

  /* The tab that is open closes the drawer; any other opens it. */
  function drawer(tab) {
    const isOpen = document.body.classList.contains("td-drawn");
    const isSame = tab.getAttribute("aria-selected") === "true" && drawer.last === tab.textContent.trim();
    document.body.classList.toggle("td-drawn", !(isOpen && isSame));
    drawer.last = tab.textContent.trim();
  }

  function close() {
    document.body.classList.remove("td-menu", "td-forget");
    told(document.getElementById("menu-button"), false);
  }

  document.addEventListener("click", clicked, true);
  document.addEventListener("keydown", ({ key }) => { if (key === "Escape") close(); });
})();
