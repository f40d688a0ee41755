// The explorer: shows what the build has computed for a choice of documents and a topic. It computes nothing itself.
"use strict";

(() => {
  const { documents, topics, terms, kinds, map, strips } = window.comparisons.index;
  const byId = (id) => document.getElementById(id);
  const places = ["first", "second", "third"].map((name) => byId(`explorer-${name}`));
  const topicField = byId("explorer-topic");
  const EVERY = "every topic";

  function make(tag, content = [], attributes = {}) {
    const svg = ["svg", "g", "rect", "text", "line", "circle", "path", "title"].includes(tag);
    const made = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...(Array.isArray(content) ? content : [content]));
    return made;
  }

  const titleOf = (id) => documents.find((one) => one.id === id).title;

  // The choice: in the fields, in the address, and back.

  function choice() {
    const chosen = places.map((field) => field.value).filter((id) => id);
    return { chosen: [...new Set(chosen)], topic: topicField.value };
  }

  function fromAddress() {
    const given = new URLSearchParams(location.hash.slice(1));
    const known = (given.get("documents") ?? "").split(",").filter((id) => documents.some((one) => one.id === id));
    const chosen = [...new Set(known)].slice(0, 3);
    const topic = given.get("topic");
    return { chosen: chosen.length > 1 ? chosen : defaults(), topic: topics.includes(topic) ? topic : EVERY };
  }

  function defaults() {
    const whole = documents.filter((one) => one.coverage === "complete").map((one) => one.id);
    return whole.includes("us-28-point") && whole.includes("e3-counter") ? ["us-28-point", "e3-counter"] : whole.slice(0, 2);
  }

  function toAddress({ chosen, topic }) {
    const told = new URLSearchParams({ documents: chosen.join(","), topic });
    const address = `#${told.toString().replaceAll("%2C", ",")}`;
    if (location.hash !== address) history.replaceState(null, "", address);
  }

  function fillFields({ chosen, topic }) {
    places.forEach((field, at) => {
      const none = at === 2 ? [make("option", "no third document", { value: "" })] : [];
      field.replaceChildren(...none, ...documents.map((one) => make("option", `${one.title} (${one.date})`, { value: one.id })));
      field.value = chosen[at] ?? "";
    });
    topicField.replaceChildren(...[EVERY, ...topics].map((one) => make("option", one, { value: one })));
    topicField.value = topic;
  }

  // The rows of a base are loaded when they are first wanted.

  function load(base) {
    if (window.comparisons.rows[base]) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const script = make("script", [], { src: `_static/generated/explorer/${base}.js` });
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  function rowsOf(chosen) {
    const { selections, words } = window.comparisons.rows[chosen[0]];
    const rest = chosen.slice(1);
    const inOrder = selections[rest.join(",")];
    const order = inOrder ? [0, 1, 2] : [0, 2, 1];
    return (inOrder ?? selections[rest.toReversed().join(",")]).map(([topic, kind, title, sides, found]) => ({
      topic: words[topic],
      kind: words[kind],
      title: words[title],
      sides: chosen.map((_, at) => sides[order[at]]).map((side) => (Array.isArray(side) ? side : words[side])),
      found: rest.map((_, at) => found[order[at + 1] - 1].map((told) => told.map((word) => words[word]))),
    }));
  }

  // Side by side.

  function source([quote, shown, address, grade, facts]) {
    const who = address ? make("a", shown, { href: address, rel: "noopener noreferrer" }) : shown;
    const sure = make("a", grade, { href: "explanation/sources.html#grades-of-sources" });
    return make(quote ? "blockquote" : "p", [...(quote ? [`“${quote}” `] : []), who, " (", sure, facts && `, ${facts}`, ")"]);
  }

  function heading({ kind, title, topic }) {
    const [before, words, after] = title.split(/[[\]]/);
    const linked = make("a", words, { href: kinds[kind] });
    return make("h3", [before, linked, `${after} (${topic})`]);
  }

  function termIn(number) {
    const term = terms[number];
    const lead = [term.stance, term.alternative].filter(Boolean).join("; ");
    const fields = (term.fields ?? []).flatMap(([key, words]) => [make("dt", key), make("dd", words)]);
    const disputes = (term.disputes ?? []).map(([field, value, note, sources]) =>
      make("div", [make("p", `Disputed${field && `, ${field}`}: reported instead is “${value}”. ${note}`), ...sources.map(source)]));
    const count = term.sources?.length ?? 0;
    const label = `${count} ${count === 1 ? "source" : "sources"}${disputes.length ? `, ${disputes.length} disputed` : ""}`;
    return [
      make("p", [make("a", term.points ? `point ${term.points}` : term.title, { href: term.page }), lead && `: ${lead}`]),
      make("p", term.says),
      ...(fields.length ? [make("dl", fields)] : []),
      make("details", [
        make("summary", label),
        ...(term.sources ?? []).map(source),
        ...disputes,
        ...(term.note ? [make("p", `How it was read: ${term.note}`)] : []),
      ]),
    ];
  }

  function cell(id, side, found) {
    const relations = (found ?? []).map(([relation, further, sentence]) => make("details", [
      make("summary", [make("span", relation, { class: "explorer-relation" }), further]),
      make("p", sentence),
    ]));
    const told = (found ?? []).some(([relation]) => relation === side);
    const absent = told ? [] : [make("p", side, { class: "explorer-absent" })];
    const held = Array.isArray(side) ? side.flatMap(termIn) : absent;
    return make("section", [make("h4", titleOf(id)), ...relations, ...held], { class: "explorer-cell", "data-document": id });
  }

  // The fourth column: nothing is agreed because texts happen to say the same, so it says no more than that they do.

  function compromise({ found }) {
    const same = found.every((own) => own.length && own.every(([relation]) => relation === "same"));
    const told = same ? "open; all say the same" : "open";
    return make("section", [make("h4", "Compromise"), make("p", told, { class: "explorer-absent" })], { class: "explorer-cell" });
  }

  function showRows({ chosen, topic }) {
    const rows = rowsOf(chosen).filter((row) => topic === EVERY || row.topic === topic);
    byId("explorer-rows").replaceChildren(
      ...rows.map((row) => make("div", [
        heading(row),
        make("div", [...chosen.map((id, at) => cell(id, row.sides[at], row.found[at - 1])), compromise(row)], { class: "explorer-cells" }),
      ], { class: "explorer-row" })),
    );
    const [base, ...others] = chosen;
    const narrowed = topic === EVERY ? "" : ` --topic "${topic}"`;
    const texts = others.length > 1 ? `${others.join(" ")} --base ${base}` : chosen.join(" ");
    byId("explorer-command").textContent =
      `proposals diff ${texts}${narrowed} --form four-column -o four-columns.docx`;
    const counted = {};
    rows.flatMap((row) => row.found.flat()).forEach(([relation]) => { counted[relation] = (counted[relation] ?? 0) + 1; });
    const told = Object.entries(counted).map(([relation, count]) => `${count} ${relation}`).join(", ");
    byId("explorer-summary").textContent = rows.length
      ? `${rows.length} ${rows.length === 1 ? "subject" : "subjects"}. Compared with the base: ${told}.`
      : "None of these documents is known to say anything of this topic.";
  }

  // Where.

  function tile([label, row, column, name, pieces, letters, told, , absence]) {
    const x = (column - 1) * 50 + 2;
    const y = (row - 1) * 50 + 2;
    const numbers = pieces.filter((piece) => piece !== null).map((piece) => piece + 1).join(" ");
    const text = (words, below, size, kind) =>
      make("text", words, { x: x + 23, y: y + below, "text-anchor": "middle", "font-size": size, class: kind });
    return make("g", [
      make("title", `${name}: ${told}`),
      make("rect", [], { x, y, width: 46, height: 46, rx: 4 }),
      text(label, 16, 14, "label"), text(numbers, 30, 13, "status"), text(absence || letters.join(" "), 43, letters.length > 3 ? 8 : 11, "letters"),
    ], { class: numbers || letters.length ? "spoken" : "" });
  }

  function inWords([, , , name, , , told, section]) {
    const linked = section ? make("a", name, { href: `places.html#${section}` }) : name;
    return make("li", [linked, `: ${told}`]);
  }

  function showMaps({ chosen }) {
    const shown = chosen.map((id) => map.tiles[documents.findIndex((one) => one.id === id)]);
    const size = `0 0 ${map.columns * 50} ${map.rows * 50}`;
    byId("explorer-maps").replaceChildren(...chosen.map((id, at) => make("figure", [
      make("figcaption", titleOf(id)),
      make("svg", [make("title", `What ${titleOf(id)} says of the regions`), ...shown[at].map(tile)], { viewBox: size, role: "img" }),
      ...map.countrywide[documents.findIndex((one) => one.id === id)].map(([name, , told]) =>
        make("p", [make("strong", name), `: ${told}`])),
      make("details", [
        make("summary", "The same in words"),
        make("ul", [
          ...shown[at].filter((one) => !one[8]).map(inWords),
        ]),
      ]),
    ])));
    const all = shown.flat();
    const statuses = map.statuses.map((words, at) => [`${at + 1}`, words]).filter(([number]) =>
      all.some(([, , , , pieces]) => pieces.includes(Number(number) - 1)));
    const letters = map.marks.filter(([letter]) => all.some(([, , , , , own]) => own.includes(letter)));
    const absences = map.absences.filter(([sign]) => all.some((one) => one[8] === sign));
    byId("explorer-legend").replaceChildren(
      make("ul", [...statuses, ...letters, ...absences].map(([sign, words]) => make("li", [make("strong", sign), ` ${words}`]))));
  }

  // How far.

  // Full where the document puts the value forward, a cross where it deletes it, else hollow.
  function dot(x, y, sort) {
    return sort === "deleted"
      ? make("path", [], { d: `M${x - 5} ${y - 5}l10 10m0 -10l-10 10`, class: "cross" })
      : make("circle", [], { cx: x, cy: y, r: 6, class: sort === "proposed" ? "" : "hollow" });
  }

  function laneWords([id, [marks, aside]]) {
    return `${titleOf(id)}: ${[...marks.map(([, , words]) => words), aside].filter(Boolean).join("; ")}`;
  }

  function strip(one, lanes) {
    const high = lanes.length * 30 + 10;
    const at = (place) => 20 + place * 460;
    const parts = one.ticks.flatMap(([place, words]) => [
      make("line", [], { x1: at(place), x2: at(place), y1: 0, y2: high + 4 }),
      make("text", words, { x: at(place), y: high + 20, "font-size": 13, "text-anchor": place === 0 ? "start" : place === 1 ? "end" : "middle" }),
    ]);
    lanes.forEach(([id, [marks]], lane) => marks.forEach(([from, until, words, sort]) => {
      const y = lane * 30 + 16;
      const right = from < 0.6;
      parts.push(
        make("rect", [], { x: at(from), y: y - 3, width: (until - from) * 460, height: 6, class: "span" }),
        dot(at((from + until) / 2), y, sort),
        make("text", `${lane + 1}: ${words}`, {
          x: at((from + until) / 2) + (right ? 11 : -11), y: y + 5, "font-size": 14, "text-anchor": right ? "start" : "end" }),
      );
    }));
    return make("figure", [
      make("figcaption", [make("strong", one.title), ` – ${one.definition}${one.heavier ? ` (${one.heavier})` : ""}`]),
      make("svg", parts, { viewBox: `0 0 500 ${high + 28}`, role: "img", "aria-label": one.title }),
      make("ol", lanes.map((lane) => make("li", laneWords(lane)))),
    ]);
  }

  function showStrips({ chosen, topic }) {
    const shown = strips.filter((one) => topic === EVERY || one.topic === topic).map((one) => [
      one, chosen.map((id) => [id, one.lanes[documents.findIndex((other) => other.id === id)]]),
    ]).filter(([, lanes]) => lanes.some(([, [marks]]) => marks.length));
    const alone = ([, lanes]) => lanes.filter(([, [marks]]) => marks.length).length < 2;
    byId("explorer-strips").replaceChildren(
      ...(shown.length ? shown.filter((one) => !alone(one)).map(([one, lanes]) => strip(one, lanes)) : [make("p", "No ordered field here.")]),
      ...shown.filter(alone).map(([one, lanes]) => make("p", [make("strong", one.title), `: ${lanes.map(laneWords).join(". ")}.`])));
  }

  async function show(wanted) {
    if (wanted.chosen.length < 2) {
      byId("explorer-summary").textContent = "Choose two different documents.";
      return;
    }
    await load(wanted.chosen[0]);
    toAddress(wanted);
    showRows(wanted);
    showMaps(wanted);
    showStrips(wanted);
    byId("explorer-result").hidden = byId("explorer-words").hidden = false;
  }

  function begin() {
    const wanted = fromAddress();
    fillFields(wanted);
    show(wanted);
  }

  [...places, topicField].forEach((field) => field.addEventListener("change", () => show(choice())));
  byId("explorer-choice").addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", begin);
  byId("explorer-choice").hidden = false;
  begin();
})();
