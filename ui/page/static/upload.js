/* Choosing or dropping an image: it goes to the server's own address for uploads, and the page is told that it is there. */
"use strict";
window.terradelta.upload = (host, date, done) => {
  const box = host.querySelector(".td-upload"), input = box.querySelector("input");
  const note = box.querySelector(".td-upload-note");
  const tell = (text, wrong = false) => { note.textContent = text; note.classList.toggle("td-wrong", wrong); };

  function send(file) {
    const request = new XMLHttpRequest();
    request.open("PUT", `upload/${date}?name=${encodeURIComponent(file.name)}`);
    request.responseType = "json";
    request.upload.onprogress = (event) => tell(`${file.name}: ${Math.round((100 * event.loaded) / event.total)} %`);
    request.onerror = () => tell("The connection was lost; choose the file again.", true);
    request.onload = () => {
      input.value = "";
      const told = request.response || {};
      if (request.status !== 200) { tell(told.detail || "The file was refused; reload the page.", true); return; }
      tell(told.name);
      done();
    };
    tell(file.name);
    request.send(file);
  }

  const chosen = () => { if (input.files.length) send(input.files[0]); };
  input.addEventListener("change", chosen);
  chosen();  // a file may have been chosen before this script came
  box.addEventListener("dragover", (event) => { event.preventDefault(); box.classList.add("td-over"); });
  box.addEventListener("dragleave", () => box.classList.remove("td-over"));
  box.addEventListener("drop", (event) => {
    event.preventDefault();
    box.classList.remove("td-over");
    if (event.dataTransfer.files.length) send(event.dataTransfer.files[0]);
  });
};
