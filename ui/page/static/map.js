/* The map of a pair: before and after with a swipe, classes of change, objects, and the area of interest.
   The page hands it one object (see ui/map_view.py); it knows layers by name and never a path. */
"use strict";
window.terradelta = (() => {
  const SHARPEN_MS = 1500;
  let map = null, view = null, layers = {}, area = null, marked = null, found = null, tell = {}, host = null, swipe = 0.5;
  let searched = "", opened = "", awaited = null, sharp = "";

  const element = (tag, props = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), props);
    made.append(...children);
    return made;
  };
  const corners = (bounds) => [[bounds[1], bounds[0]], [bounds[3], bounds[2]]];
  const place = (x, y) => (view.placed ? [y, x] : [-y, x]);

  /* Called once by the page: where the map is to be, and whom it notifies of what a person did there. */
  function attach(holder, notify) {
    host = holder.querySelector(".td-map");
    tell = notify;
    if (view) show(view);
  }

  function show(wanted) {
    if (!wanted || (!wanted.pair && !wanted.found)) { if (wanted && wanted.empty) clear(); return; }
    const other = !view || view.pair !== wanted.pair || view.placed !== wanted.placed;
    view = wanted;
    document.body.classList.add("td-open");
    if (other) document.body.classList.remove("td-changing");
    if (!host) return;
    if (other || !map) build();
    else refresh();
    if (view.selected) reveal(view.selected);
  }

  const openTab = (name) => {
    document.body.classList.add("td-drawn");
    [...document.querySelectorAll("button[role=tab]")].find((one) => one.textContent.trim() === name)?.click();
  };

  /* A hidden map has no size: it is measured before an object is shown. */
  function reveal(thing) {
    if (host.offsetParent) select(thing);
    else setTimeout(() => { map.invalidateSize(); select(thing); }, 200);
  }

  function clear() {
    document.body.classList.remove("td-open", "td-changing");
    view = awaited = null;
    searched = opened = "";
    if (map) { map.remove(); map = null; }
    if (host) { host.replaceChildren(); }
  }

  function build() {
    if (map) map.remove();
    host.replaceChildren();
    const ground = element("div", { className: "td-ground" });
    ground.setAttribute("role", "application");
    host.append(ground);
    const [least, native, most] = view.zoom;
    const shift = view.placed ? 0 : native;
    map = L.map(ground, {
      crs: view.placed ? L.CRS.EPSG3857 : L.CRS.Simple, minZoom: least - shift - 1, maxZoom: most - shift,
      attributionControl: Boolean(view.basemap), zoomSnap: 0.25, preferCanvas: true, fadeAnimation: false,
    });
    for (const [name, level] of [["before", 210], ["after", 220], ["change", 230]]) {
      map.createPane(name).style.zIndex = level;
    }
    layers = {};
    if (view.basemap) L.tileLayer(view.basemap.url, { attribution: view.basemap.attribution }).addTo(map);
    map.fitBounds(corners(view.placed ? view.bounds : pixelBounds()));
    if (view.placed) L.control.scale({ imperial: false }).addTo(map);
    else pixelScale().addTo(map);
    coordinates().addTo(map);
    if (view.pair) drawing();
    map.on("move zoom resize viewreset", clip);
    map.on("click", ask);
    refresh();
    host.append(panel());
    clip();
    if (view.pair) sharpen(view.pair);
    new ResizeObserver(() => {
      if (!map) return;
      map.invalidateSize();
      if (awaited) fit(...awaited);
    }).observe(ground);
  }

  /* A hidden map has no size: it is fitted when it is seen. */
  function fit(bounds, options) {
    awaited = map.getSize().x ? null : [bounds, options];
    if (!awaited) map.fitBounds(bounds, options);
  }

  const pixelBounds = () => [view.bounds[0], -view.bounds[1], view.bounds[2], -view.bounds[3]];

  /* Tiles of what changed are asked for again when other objects count. */
  function refresh() {
    const [least, native, most] = view.zoom, shift = view.placed ? 0 : native;
    for (const name of view.layers) {
      const pane = name === "before" || name === "after" ? name : "change";
      const version = pane === "change" ? view.version : sharp;
      const url = `map/${encodeURIComponent(view.pair)}/${name}/{z}/{x}/{y}.png?v=${encodeURIComponent(version)}`;
      if (layers[name]?._url === url) continue;
      layers[name]?.remove();  // setUrl would ask for tiles of fractional zoom levels
      layers[name] = L.tileLayer(url, {
        pane, tileSize: 256, zoomOffset: shift, minNativeZoom: least - shift, maxNativeZoom: native + 4 - shift,
        minZoom: least - shift - 1, maxZoom: most - shift, bounds: corners(view.placed ? view.bounds : pixelBounds()),
        opacity: pane === "change" ? opacity() : 1, className: pane === "change" ? "td-change" : "",
      }).addTo(map);
    }
    for (const name of Object.keys(layers)) {
      if (!view.layers.includes(name)) { layers[name].remove(); delete layers[name]; }
    }
    map.getContainer().setAttribute("aria-label", view.words);
    const words = host.querySelector(".td-words");
    if (words) { words.textContent = view.words; toggles(host.querySelector(".td-classes")); }
    drawArea();
    places();
    if (marked && !view.selected) { marked.remove(); marked = null; }
  }

  /* A large pair is shown coarsely at first; its tiles are asked for anew when sharper ones can be had. */
  async function sharpen(pair, first = true) {
    const reply = await fetch(`map/${encodeURIComponent(pair)}/sharpness`).catch(() => null);
    if (!map || view?.pair !== pair) return;
    const state = reply?.ok ? await reply.json() : { fine: false, told: "" };
    if (state.fine && first) { note(""); return; }
    if (state.fine) { sharp = `${pair}-fine`; refresh(); clip(); note(""); return; }
    note(state.told || "Shown coarsely at first; the map is being sharpened …");
    setTimeout(sharpen, SHARPEN_MS, pair, false);
  }

  function note(text) {
    let box = host.querySelector(".td-sharpness");
    if (!box) { box = element("div", { className: "td-sharpness" }); box.setAttribute("role", "status"); host.append(box); }
    box.textContent = text;
  }

  /* What an archive was found to hold, where it lies; the map goes to what was found or opened last. */
  function places() {
    found?.remove();
    found = L.layerGroup().addTo(map);
    for (const one of view.found) mark(one);
    const [least, native] = view.zoom, shift = view.placed ? 0 : native;
    map.setMinZoom(view.found.length ? 0 : least - shift - 1);
    const before = [searched, opened];
    searched = JSON.stringify(view.found);
    opened = JSON.stringify([view.pair, view.opened]);
    if (view.opened) {
      const [left, top, right, bottom] = view.opened[1];
      const frame = view.placed ? corners(view.opened[1]) : [[-top, left], [-bottom, right]];
      L.rectangle(frame, { color: "#f0e442", weight: 2, fill: false, interactive: false, pmIgnore: true }).addTo(found);
      if (opened !== before[1]) fit(L.latLngBounds(frame).pad(0.1));
    } else if (view.found.length && searched !== before[0]) {
      fit(L.latLngBounds(view.found.flatMap(({ bbox }) => corners(bbox))).pad(0.1), { maxZoom: native - shift });
    }
  }

  /* A number at the corner of a place, so that what lies there stays to be seen. */
  function mark({ number, bbox, caption, days, picture }) {
    const [[south, west], [north, east]] = corners(bbox), title = `${number}. ${caption}`;
    const chosen = view.opened?.[0] === number ? " td-chosen" : "";
    const icon = L.divIcon({ className: `td-place${chosen}`, html: String(number), iconSize: [24, 24] });
    const open = element("button", { type: "button", textContent: `Open number ${number}` });
    open.addEventListener("click", () => { map.closePopup(); tell.open({ number }); });
    const image = picture ? [element("img", { src: picture, alt: "Both dates, the earlier one at the left" })] : [];
    const card = element("div", { className: "td-popup" }, ...image, element("p", { textContent: title }),
      element("p", { textContent: days }), open);
    L.rectangle([[south, west], [north, east]], { color: "#111", weight: 1, dashArray: "4 3", fill: false,
      interactive: false, pmIgnore: true }).addTo(found);
    L.marker([north, west], { icon, title, alt: title, pmIgnore: true }).bindPopup(card).addTo(found);
  }

  const opacity = () => Number(host.querySelector(".td-opacity")?.value ?? 0.6);

  function panel() {
    const slider = element("input", { type: "range", min: 0, max: 100, value: swipe * 100, className: "td-swipe" });
    slider.setAttribute("aria-label", "Swipe: before at the left, after at the right");
    slider.addEventListener("input", () => { swipe = slider.value / 100; clip(); });
    if (view.pair) ground().append(dateLabel("before"), dateLabel("after"));
    const strength = element("input", { type: "range", min: 0, max: 1, step: 0.05, value: 0.6, className: "td-opacity" });
    strength.setAttribute("aria-label", "Opacity of change");
    strength.addEventListener("input", () => {
      for (const name in layers) if (layers[name].options.pane === "change") layers[name].setOpacity(opacity());
    });
    const classes = element("div", { className: "td-classes" });
    toggles(classes);
    if (!view.pair) return element("div", { className: "td-panel" }, element("p", { className: "td-words", textContent: view.words }));
    return element("div", { className: "td-panel" },
      element("div", { className: "td-swipe-row" }, element("span", { textContent: view.names[0] }), slider,
        element("span", { textContent: view.names[1] })),
      element("div", { className: "td-row" }, classes, element("label", {}, "Opacity ", strength)),
      element("p", { className: "td-words", textContent: view.words }));
  }

  const ground = () => map.getContainer();

  /* Which date lies at which side; a day in a file's name is told, else the name. */
  function dateLabel(date) {
    const name = view.names[date === "before" ? 0 : 1], day = name.match(/(?:19|20)\d\d(?:[-_]\d\d){0,2}/);
    const told = day ? day[0].replaceAll("_", "-") : "";
    return element("div", { className: `td-date td-date-${date}`, textContent: `${date === "before" ? "Before" : "After"} ${told}`.trim() });
  }

  /* A box for each class: a legend that can be switched. */
  function toggles(holder) {
    if (!holder) return;
    const boxes = [...holder.querySelectorAll("input")];
    const hidden = new Set(boxes.filter((box) => !box.checked).map((box) => box.name));
    const known = new Set(boxes.map((box) => box.name)), measured = view.legend.filter((entry) => entry.measured);
    const latest = measured.filter((entry) => !known.has(entry.layer)).at(-1);
    // They cover the ground, so that only the latest is shown until a person wants another.
    if (latest) for (const entry of measured) if (entry !== latest) hidden.add(entry.layer);
    holder.replaceChildren(...view.legend.map((entry) => {
      const box = element("input", { type: "checkbox", name: entry.layer, checked: !hidden.has(entry.layer) });
      const layer = layers[entry.layer];
      const apply = () => layer && (box.checked ? layer.addTo(map) : layer.remove());
      box.addEventListener("change", apply);
      apply();
      if (entry.classes) {
        const swatches = entry.classes.flatMap((one) => [swatch(one.colour), element("span", { textContent: one.label })]);
        return element("div", { className: "td-cover" }, element("label", {}, box, entry.label), ...swatches);
      }
      return element("label", {}, box, swatch(entry.colour), entry.label);
    }));
  }

  function swatch(colour) {
    const made = element("span", { className: "td-swatch" });
    made.style.background = colour;
    return made;
  }

  /* The later date is shown at the right of the swipe only. */
  function clip() {
    if (!map || !view.pair) return;
    const size = map.getSize(), start = map.containerPointToLayerPoint([size.x * swipe, 0]);
    const end = map.containerPointToLayerPoint([size.x, size.y]);
    map.getPane("after").style.clip = `rect(${start.y}px, ${end.x}px, ${end.y}px, ${start.x}px)`;
    let bar = host.querySelector(".td-bar");
    if (!bar) { bar = handle(); map.getContainer().append(bar); }
    bar.style.left = `${size.x * swipe}px`;
  }

  /* The line between the dates, drawn by the mouse or a finger; the map does not move meanwhile. */
  function handle() {
    const bar = element("div", { className: "td-bar" }, element("div", { className: "td-grip", textContent: "⇔" }));
    L.DomEvent.disableClickPropagation(bar);
    const move = ({ clientX }) => {
      const box = ground().getBoundingClientRect();
      swipe = Math.min(1, Math.max(0, (clientX - box.left) / box.width));
      host.querySelector(".td-swipe").value = swipe * 100;
      clip();
    };
    bar.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      event.stopPropagation();
      bar.setPointerCapture(event.pointerId);
      bar.addEventListener("pointermove", move);
    });
    bar.addEventListener("pointerup", () => bar.removeEventListener("pointermove", move));
    bar.addEventListener("pointercancel", () => bar.removeEventListener("pointermove", move));
    return bar;
  }

  function coordinates() {
    const control = L.control({ position: "bottomright" });
    control.onAdd = () => {
      const box = element("div", { className: "td-coordinates" });
      map.on("mousemove", ({ latlng }) => {
        box.textContent = view.placed
          ? `${latlng.lat.toFixed(6)}°, ${latlng.lng.toFixed(6)}°`
          : `column ${Math.floor(latlng.lng)}, row ${Math.floor(-latlng.lat)}`;
      });
      return box;
    };
    return control;
  }

  /* A scale in pixels, for images that are not georeferenced. */
  function pixelScale() {
    const control = L.control({ position: "bottomleft" });
    control.onAdd = () => {
      const bar = element("div", { className: "leaflet-control-scale-line" });
      const fit = () => {
        const scale = 2 ** map.getZoom(), steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
        const length = steps.filter((step) => step * scale <= 110).pop() ?? 1;
        bar.style.width = `${length * scale}px`;
        bar.textContent = `${length} px`;
      };
      map.on("zoomend", fit);
      fit();
      return bar;
    };
    return control;
  }

  function drawing() {
    map.pm.addControls({
      position: "topleft", drawMarker: false, drawCircleMarker: false, drawPolyline: false, drawCircle: false,
      drawText: false, drawPolygon: view.placed, drawRectangle: true, editMode: false, dragMode: false, cutPolygon: false,
      removalMode: false, rotateMode: false,
    });
    map.on("pm:create", ({ layer }) => {
      const drawn = layer.toGeoJSON().geometry;
      layer.remove();
      tell.draw({ geometry: drawn });
    });
  }

  function drawArea() {
    if (area) { area.remove(); area = null; }
    if (!view.area) return;
    area = L.geoJSON(view.area, { coordsToLatLng: ([x, y]) => L.latLng(place(x, y)), interactive: false,
      pmIgnore: true, style: { color: "#111", weight: 2, dashArray: "6 4", fill: false } }).addTo(map);
  }

  async function ask({ latlng }) {
    if (!view.layers.includes("building") || map.pm.globalDrawModeEnabled()) return;
    const [x, y] = [latlng.lng, view.placed ? latlng.lat : -latlng.lat];
    const reply = await fetch(`map/${encodeURIComponent(view.pair)}/at?x=${x}&y=${y}`);
    if (reply.ok) select(await reply.json(), latlng);
  }

  /* An object: its outline on the map, its attributes beside it. */
  function select(thing, at) {
    if (marked) { marked.remove(); marked = null; }
    if (!thing || !thing.outline) return;
    marked = L.geoJSON(thing.outline, { coordsToLatLng: ([x, y]) => L.latLng(place(x, y)), pmIgnore: true,
      style: { color: "#f0e442", weight: 3, fillOpacity: 0.05 } }).addTo(map);
    const rows = Object.entries(thing.attributes).map(([name, value]) =>
      element("tr", {}, element("th", { textContent: name }), element("td", { textContent: String(value) })));
    marked.bindPopup(element("table", { className: "td-object" }, ...rows), { minWidth: 230, maxWidth: 300 });
    if (!at) map.fitBounds(marked.getBounds().pad(2), { maxZoom: map.getMaxZoom() - 2 });
    marked.openPopup(at ?? marked.getBounds().getCenter());
  }

  /* Numbers in brackets open the step they rest on. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href*="#evidence-"], a[href*="#object-"]');
    if (!link) return;
    event.preventDefault();
    const [, number] = link.getAttribute("href").split("#object-");
    if (number) { tell.pick?.({ number: Number(number) }); return; }
    openTab("Evidence");
    const id = link.getAttribute("href").split("#")[1];
    const open = () => {
      const step = document.getElementById(id);
      if (step && !step.open) { step.open = true; step.scrollIntoView({ block: "center" }); step.querySelector("summary").focus(); }
    };
    [100, 400, 1000].forEach((wait) => setTimeout(open, wait));  // the list may be drawn anew meanwhile
  }, true);

  return { attach, show, get map() { return map; } };
})();
