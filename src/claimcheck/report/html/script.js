
"use strict";
(() => {
  const table = document.getElementById("table");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const search = document.getElementById("search");
  const filter = document.getElementById("filter");
  const count = document.getElementById("count");
  const ranks = { error: 0, warning: 1, note: 2 };
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const order = new Map(rows.map((row, number) => [row, number]));

  const wanted = (row) => {
    switch (filter.value) {
      case "": return true;
      case "found": return row.className !== "";
      case "several": return Number(row.cells[2].textContent) > 1;
      default: return row.className === filter.value;
    }
  };

  const show = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = texts[order.get(row)];
      row.hidden = !(wanted(row) && words.every((word) => text.includes(word)));
      shown += row.hidden ? 0 : 1;
    }
    count.textContent = `${shown} of ${rows.length} fields`;
  };

  // a figure among words sorts by its value: "about 1.2 million" after "900"
  const key = (row, column) => {
    const text = row.cells[column].textContent.trim();
    if (column === 0) return text in ranks ? ranks[text] : 3;
    if (column === 1) return text.toLowerCase();
    const number = text.replace(/,(?=\d{3})/g, "").match(/-?\d+(?:\.\d+)?/);
    if (!number) return text ? Infinity : NaN;
    const scale = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
    const word = text.match(/\b(thousand|million|billion|trillion)\b/);
    return Number(number[0]) * (word ? scale[word[0]] : 1);
  };

  // empty cells come last whichever way the others are sorted
  const compare = (a, b, turn) => {
    const empty = Number(Number.isNaN(a)) - Number(Number.isNaN(b));
    if (empty || Number.isNaN(a)) return empty;
    return turn * (a < b ? -1 : a > b ? 1 : 0);
  };

  const sort = (head, column) => {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const keys = new Map(rows.map((row) => [row, key(row, column)]));
    rows.sort((a, b) => compare(keys.get(a), keys.get(b), down ? -1 : 1) || order.get(a) - order.get(b));
    body.append(...rows);
  };

  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(head, column));
    head.append(button);
  });

  // what a link leads to must be seen: unfold the text that holds it, bring a filtered row back
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const folded = target.closest("details");
    if (folded) folded.open = true;
    if (target.hidden) {
      search.value = "";
      filter.value = "";
      show();
    }
    target.scrollIntoView({ block: folded || target.tagName === "TR" ? "center" : "start" });
  };

  document.getElementById("controls").hidden = false;
  document.getElementById("controls").addEventListener("submit", (event) => event.preventDefault());
  search.addEventListener("input", show);
  filter.addEventListener("change", show);
  addEventListener("hashchange", reveal);
  show();
  reveal();
})();
