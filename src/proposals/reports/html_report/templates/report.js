"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const rows = all("tr.term");
  const heads = all("tr.topic");
  const selects = all("select[data-filter]");
  const words = document.getElementById("words");
  const status = document.getElementById("shown");

  function narrow() {
    const sought = words.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      const kept = selects.every((select) =>
        select.value === "" || row.dataset[select.dataset.filter].split(" ").includes(select.value));
      row.hidden = !kept || (sought !== "" && !row.textContent.toLowerCase().includes(sought));
      shown += row.hidden ? 0 : 1;
    }
    for (const head of heads) {
      head.hidden = !rows.some((row) => !row.hidden && row.dataset.topic === head.dataset.topic);
    }
    status.textContent = status.dataset.words.replace("{shown}", shown).replace("{all}", rows.length);
  }

  for (const select of selects) select.addEventListener("change", narrow);
  words.addEventListener("input", narrow);
  document.getElementById("all").addEventListener("click", () => {
    for (const select of selects) select.value = "";
    words.value = "";
    narrow();
  });
  for (const [id, open] of [["open", true], ["close", false]]) {
    document.getElementById(id).addEventListener("click", () => {
      for (const details of all("tr.term details, .timeline details")) details.open = open;
    });
  }

  const part = (id) => {
    let next = document.getElementById(id)?.nextElementSibling;
    while (next && next.tagName !== "H2" && !next.matches("details.part")) next = next.nextElementSibling;
    return next?.matches("details.part") ? next : null;
  };
  const unfold = () => {
    const folded = part(location.hash.slice(1));
    if (folded) folded.open = true;
  };
  window.addEventListener("hashchange", unfold);
  if (window.matchMedia("(max-width: 52rem)").matches) for (const wide of all("details[data-wide]")) wide.open = false;
  unfold();

  const place = selects.find((select) => select.dataset.filter === "place");
  for (const tile of all("[data-place-choice]")) {
    tile.addEventListener("click", () => {
      place.value = tile.dataset.placeChoice;
      part("findings").open = true;
      narrow();
      document.getElementById("findings").scrollIntoView();
      place.focus({ preventScroll: true });
    });
  }

  const theme = document.getElementById("theme");
  const preferred = window.matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : preferred.matches);
  const told = () => {
    theme.textContent = dark() ? theme.dataset.light : theme.dataset.dark;
  };
  theme.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    told();
  });
  preferred.addEventListener("change", told);
  told();
  narrow();
})();
