"use strict";
// Everything can be read without this script. It lights up the whole of a quoted passage, sorts the
// table of events, and opens what is folded before the page is printed.
(function () {
  function lightUp() {
    const target = decodeURIComponent(location.hash.slice(1));
    for (const mark of document.querySelectorAll("mark[data-at]")) {
      mark.classList.toggle("hot", target !== "" && mark.dataset.at.split(" ").includes(target));
    }
  }

  function key(row, column) {
    const cell = row.cells[column];
    return cell.dataset.sort || cell.textContent;
  }

  function sort(header) {
    const table = header.closest("table");
    const column = header.cellIndex;
    const falls = header.getAttribute("aria-sort") === "ascending";
    const order = new Intl.Collator("en", { numeric: true }).compare;
    const rows = Array.from(table.tBodies[0].rows);
    rows.sort((a, b) => (falls ? -1 : 1) * order(key(a, column), key(b, column)));
    for (const other of header.parentNode.cells) { other.removeAttribute("aria-sort"); }
    header.setAttribute("aria-sort", falls ? "descending" : "ascending");
    table.tBodies[0].append(...rows);
  }

  for (const button of document.querySelectorAll("table.events button")) {
    button.addEventListener("click", () => sort(button.closest("th")));
  }
  addEventListener("hashchange", lightUp);
  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll("details")) { folded.open = true; }
  });
  lightUp();
})();
