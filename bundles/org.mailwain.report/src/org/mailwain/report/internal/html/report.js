document.querySelectorAll("table[data-filter]").forEach(function (table) {
  var body = table.tBodies[0], rows = Array.from(body.rows), box = document.createElement("p"),
    label = document.createElement("label"), input = document.createElement("input"), found = document.createElement("span");
  box.className = "filter";
  input.type = "search";
  found.setAttribute("role", "status");
  label.append(table.dataset.filter + " ", input);
  box.append(label, found);
  table.parentNode.before(box);
  input.addEventListener("input", function () {
    var words = input.value.toLowerCase().split(" "), shown = 0;
    rows.forEach(function (row) {
      var text = row.textContent.toLowerCase();
      row.hidden = !words.every(function (word) { return text.includes(word); });
      shown += row.hidden ? 0 : 1;
    });
    found.textContent = input.value ? shown + " / " + rows.length : "";
  });
  Array.from(table.tHead.rows[0].cells).forEach(function (cell, column) {
    var button = document.createElement("button");
    button.type = "button";
    button.append.apply(button, Array.from(cell.childNodes));
    cell.append(button);
    button.addEventListener("click", function () {
      var down = cell.getAttribute("aria-sort") === "ascending", sign = down ? -1 : 1;
      Array.from(table.tHead.rows[0].cells).forEach(function (other) { other.removeAttribute("aria-sort"); });
      cell.setAttribute("aria-sort", down ? "descending" : "ascending");
      rows.sort(function (one, two) {
        var a = one.cells[column], b = two.cells[column], x = a.dataset.v, y = b.dataset.v;
        return sign * (x === undefined ? a.textContent.localeCompare(b.textContent) : x - y);
      });
      body.append.apply(body, rows);
    });
  });
});
