// The labelling page: one point at a time, both dates beside each other, a key a class. Labels live on the server.
"use strict";

const $ = (id) => document.getElementById(id);
const state = { task: null, person: "", labels: {}, at: 0, zoom: 0, busy: false };
const UNSURE_KEY = "0";

async function asked(address, how) {
  const answer = await fetch(address, how);
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.detail);
  return told;
}

function problem(text) {
  $("problem").textContent = text;
  $("problem").hidden = !text;
}

async function guarded(work) {
  try {
    await work();
    problem("");
  } catch (error) {
    const gone = error instanceof TypeError;
    problem(gone ? "The page's server does not answer; start it again, then repeat the last label." : error.message);
  }
}

function addressOf(point, date) {
  return `chips/${point}/${date}/${state.zoom}.png`;
}

function show() {
  const { task } = state;
  const point = task.points[state.at];
  for (const date of ["before", "after"]) $(date).src = addressOf(point, date);
  const next = task.points[state.at + 1];
  if (next !== undefined) for (const date of ["before", "after"]) new Image().src = addressOf(next, date);
  for (const mark of document.querySelectorAll(".chip i")) {
    mark.style.width = mark.style.height = `${100 * task.zooms[state.zoom].box}%`;
  }
  const labelled = Object.keys(state.labels).length;
  $("place").textContent = `Point ${point}`;
  $("progress").max = task.points.length;
  $("progress").value = labelled;
  $("count").textContent = `${labelled} of ${task.points.length} labelled`;
  for (const button of $("classes").children) {
    button.setAttribute("aria-pressed", String(state.labels[point] === button.dataset.label));
  }
  if (labelled === task.points.length) {
    $("said").textContent = `All points are labelled and kept in the folder ${task.sample}; thank you.`;
  }
}

function go(steps) {
  state.at = Math.min(state.task.points.length - 1, Math.max(0, state.at + steps));
  show();
}

function unlabelledFrom(start) {
  const { points } = state.task;
  for (let step = 0; step < points.length; step += 1) {
    const place = (start + step) % points.length;
    if (!(points[place] in state.labels)) return place;
  }
  return Math.min(start, points.length - 1);
}

async function give(label) {
  if (state.busy) return;
  state.busy = true;
  const point = state.task.points[state.at];
  await guarded(async () => {
    const body = JSON.stringify({ label });
    const headers = { "Content-Type": "application/json" };
    await asked(`labels/${encodeURIComponent(state.person)}/${point}`, { method: "PUT", body, headers });
    if (label === null) {
      delete state.labels[point];
      $("said").textContent = `The label of point ${point} is taken back.`;
    } else {
      state.labels[point] = label;
      $("said").textContent = `Point ${point} is saved: ${label}.`;
      state.at = unlabelledFrom(state.at);
    }
    show();
  });
  state.busy = false;
}

function button(label, key) {
  const made = document.createElement("button");
  made.type = "button";
  made.dataset.label = label;
  made.dataset.key = key;
  if (key) {
    const shown = document.createElement("kbd");
    shown.textContent = key;
    made.append(shown, " ");
  }
  made.append(label);
  made.addEventListener("click", () => give(label));
  return made;
}

const COMMANDS = {
  ArrowLeft: () => go(-1),
  ArrowRight: () => go(1),
  Backspace: () => give(null),
  "+": () => zoom(-1),
  "=": () => zoom(-1),
  "-": () => zoom(1),
};

function zoom(step) {
  state.zoom = Math.min(state.task.zooms.length - 1, Math.max(0, state.zoom + step));
  show();
}

function pressed(event) {
  if ($("work").hidden || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const label = [...$("classes").children].find((one) => one.dataset.key && one.dataset.key === event.key.toLowerCase());
  const work = label ? () => give(label.dataset.label) : COMMANDS[event.key];
  if (!work) return;
  event.preventDefault();
  work();
}

async function begin(event) {
  event.preventDefault();
  const person = $("name").value.trim();
  await guarded(async () => {
    state.labels = (await asked(`labels/${encodeURIComponent(person)}`)).labels;
    state.person = person;
    state.at = unlabelledFrom(0);
    $("who").textContent = person;
    $("start").hidden = true;
    $("work").hidden = false;
    document.activeElement.blur();
    show();
  });
}

function caption(date, words) {
  const { name, day } = state.task.images[date];
  $(`caption-${date}`).textContent = `${words}: ${day ? `${day} (${name})` : name}`;
}

async function start() {
  state.task = await asked("task");
  const { task } = state;
  $("about").textContent = `${task.points.length} points are shown one after another on both dates. Say for each what ` +
    "is in the marked square: you see no map, so that it does not lead you.";
  $("people").textContent = task.people.length
    ? `Begun by ${task.people.map((one) => `${one.name} (${one.count})`).join(", ")}; whoever gives the same name goes on.`
    : "";
  for (const { name, key } of task.classes) $("classes").append(button(name, key));
  $("classes").append(button(task.cannotTell, UNSURE_KEY));
  caption("before", "Before");
  caption("after", "After");
  $("start").addEventListener("submit", begin);
  document.addEventListener("keydown", pressed);
  $("name").focus();
}

guarded(start);
