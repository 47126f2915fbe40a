(function () {
"use strict";
// Everything that came from a file is set as text; nothing here makes HTML of strings.
var data = JSON.parse(document.getElementById("data").textContent);
var SVG = "http://www.w3.org/2000/svg";
var PAGE = 50, MOST_PRINTED = 1000;
var SMALL = 0.02;  // parts below this share of all parts are folded away when there are two or more
var byId = function (id) { return document.getElementById(id); };
var collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
var state = { key: "risk", down: true, page: 0, words: [], sign: -1, campaign: "", bands: new Set(data.bands.map(function (_, at) { return at; })), open: new Set(), all: false };
var columns = [
  { key: "risk", title: "Risk", ways: ["lowest first", "highest first"], down: true, of: function (r) { return r.r[0]; } },
  { key: "band", title: "Band", ways: ["highest first", "lowest first"], down: false, of: function (r) { return r.b; } },
  { key: "from", title: "From", ways: ["A to Z", "Z to A"], down: false, of: function (r) { return r.who + " " + r.co; } },
  { key: "signs", title: "Why", ways: ["fewest signs first", "most signs first"], down: true, of: function (r) { return r.s.length; } },
  { key: "date", title: "First message", ways: ["oldest first", "latest first"], down: true, of: function (r) { return r.d; } },
  { key: "row", title: "Approach", ways: ["in the order of the input", "last row first"], down: false, of: function (r) { return r.n; } }
];

function el(tag, className, text) {
  var node = document.createElement(tag);
  if (className) { node.className = className; }
  if (text !== undefined) { node.textContent = text; }
  for (var at = 3; at < arguments.length; at += 1) { if (arguments[at]) { node.appendChild(arguments[at]); } }
  return node;
}
function attributes(node, values) {
  Object.keys(values).forEach(function (name) { node.setAttribute(name, values[name]); });
  return node;
}
function shape(tag, className, values) {
  var node = document.createElementNS(SVG, tag);
  if (className) { node.setAttribute("class", className); }
  return attributes(node, values || {});
}
function drawing(className, box) {
  return shape("svg", className, { viewBox: box, preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" });
}
function bar(className, from, to, y, height) {
  var x = Math.min(from, to);
  return shape("rect", className, { x: x.toFixed(2), y: y, width: Math.max(Math.abs(to - from), 0.4).toFixed(2), height: height });
}
function say(points) { return points.replace("-", "\u2212"); }

// Rows to show

function haystack(row) {
  if (row.hay === undefined) {
    var words = [row.id, row.who, row.co, row.cp, row.st];
    row.f.forEach(function (pair) { words.push(pair[1]); });
    row.s.forEach(function (sign) { words.push(data.signs[sign].name); });
    row.t.forEach(function (message) {
      words.push(message[2].map(function (piece) { return typeof piece === "string" ? piece : piece[0]; }).join(""));
    });
    row.hay = words.join("\n").toLowerCase();
  }
  return row.hay;
}
function shows(row, sign) {
  return row.why.some(function (reason) { return reason[4] === sign && reason[3]; });
}
function chosen() {
  var column = columns.find(function (c) { return c.key === state.key; });
  var rows = data.rows.filter(function (row) {
    return state.bands.has(row.b) && (state.sign < 0 || shows(row, state.sign)) && (!state.campaign || row.cp === state.campaign) &&
      state.words.every(function (word) { return haystack(row).indexOf(word) >= 0; });
  });
  rows.sort(function (a, b) {
    var x = column.of(a), y = column.of(b);
    if (typeof x === "string" && (x === "") !== (y === "")) { return x === "" ? 1 : -1; }
    var order = typeof x === "string" ? collator.compare(x, y) : x - y;
    return (state.down ? -order : order) || b.r[0] - a.r[0] || a.n - b.n;
  });
  return rows;
}

// One row

function reach(row) {
  var svg = drawing("span b" + row.b, "0 0 200 18");
  svg.appendChild(shape("rect", "track", { x: 0, y: 7, width: 200, height: 4, rx: 2 }));
  svg.appendChild(shape("rect", "base", { x: Math.min(data.base * 200, 198).toFixed(2), y: 4, width: 1.5, height: 10 }));
  svg.appendChild(bar("fill reach", row.r[1] * 200, row.r[2] * 200, 3, 12));
  svg.appendChild(shape("rect", "fill", { x: Math.min(row.r[0] * 200, 196).toFixed(2), y: 0, width: 4, height: 18, rx: 1 }));
  return svg;
}
function cell(className) {
  var node = attributes(el("td", className), { role: "cell" });
  for (var at = 1; at < arguments.length; at += 1) { if (arguments[at]) { node.appendChild(arguments[at]); } }
  return node;
}
function rowOf(row) {
  var open = state.open.has(row.n);
  var button = attributes(el("button", "", undefined, el("b", "", row.p[0])), { type: "button", "aria-expanded": String(open), "data-row": row.n });
  button.appendChild(el("span", "vh", " risk, 80 percent interval " + row.p[1] + " to " + row.p[2] + ", approach " + row.id));
  button.appendChild(reach(row));
  var tags = el("div", "signs");
  row.s.slice(0, 3).forEach(function (sign) { tags.appendChild(el("span", "", data.signs[sign].name)); });
  if (row.s.length > 3) { tags.appendChild(el("span", "none", "and " + (row.s.length - 3) + " more")); }
  if (!row.s.length) { tags.appendChild(el("span", "none", "no sign shown")); }
  var quoting = row.why.find(function (reason) { return reason[3] && reason[5] >= 0 && !(data.signs[reason[4]] || {}).lowers; });
  var first = row.b < 3 ? steps(row)[0] : "";
  var next = first ? el("div", "todo", undefined, el("b", "", "Next: "), document.createTextNode(first)) : null;
  var line = attributes(el("tr", "row" + (open ? " open" : "")), { role: "row" });
  line.append(
    cell("risk", button),
    cell("band", el("span", "pill b" + row.b, data.bands[row.b]), row.st ? el("small", "", row.st) : null),
    cell("who", el("span", "", row.who || "unknown sender"), row.co ? el("small", "", row.co) : null),
    cell("tags", tags, quoting ? el("div", "cite", "\u201c" + quoted(row, quoting[4]) + "\u201d") : null, next),
    cell("date", el("span", "", row.d)),
    cell("aid", attributes(el("span", "", row.id), { title: row.id }), el("small", "", "row " + row.n), row.cp ? el("small", "", campaignOf(row)) : null)
  );
  line.addEventListener("click", function (event) {
    if (String(window.getSelection()) && !event.target.closest("button")) { return; }
    toggle(row, line);
  });
  return line;
}
function campaignOf(row) { return /^campaign/i.test(row.cp) ? row.cp : "campaign " + row.cp; }
function steps(row) {
  var found = [];
  row.do.forEach(function (at) {
    var step = data.signs[at].next;
    if (step && found.indexOf(step) < 0) { found.push(step); }
  });
  return found;
}
function toggle(row, line) {
  var button = line.querySelector("button");
  var open = !state.open.has(row.n);
  if (open) { state.open.add(row.n); line.after(detailOf(row)); } else { state.open.delete(row.n); line.nextSibling.remove(); }
  line.classList.toggle("open", open);
  button.setAttribute("aria-expanded", String(open));
}

// The opened approach

function titled(title) {
  var part = el("section", "", undefined, el("h3", "", title));
  for (var at = 1; at < arguments.length; at += 1) { if (arguments[at]) { part.appendChild(arguments[at]); } }
  return part;
}
function list(items, fallback) {
  if (!items.length) { return el("p", "none", fallback); }
  var ul = el("ul", "plain");
  items.forEach(function (item) { ul.appendChild(typeof item === "string" ? el("li", "", item) : item); });
  return ul;
}
function quoted(row, sign) {
  var text = "";
  row.t.forEach(function (message) {
    message[2].forEach(function (piece) {
      if (typeof piece !== "string" && piece[1].indexOf(sign) >= 0) { text += piece[0]; }
    });
  });
  return text;
}
function waterfall(row) {
  var base = data.base, risk = row.r[0], sum = base, low = 0, high = Math.max(base, risk);
  row.why.forEach(function (reason) { sum += reason[2]; low = Math.min(low, sum); high = Math.max(high, sum); });
  var at = function (value) { return (value - low) / (high - low || 1) * 200; };
  var table = attributes(el("table", "fall"), { role: "table", "aria-label": "Reasons in probability points, from base rate to risk" });
  var body = attributes(el("tbody"), { role: "rowgroup" }), small = attributes(el("tbody", "small"), { role: "rowgroup" });
  var all = row.why.reduce(function (whole, reason) { return whole + Math.abs(reason[2]); }, 0);
  var minor = row.why.filter(function (reason) { return Math.abs(reason[2]) < all * SMALL; });
  if (minor.length < 2) { minor = []; }
  function add(into, className, points, from, to, kind, content, proof) {
    var svg = drawing("", "0 0 200 20");
    svg.appendChild(shape("rect", "joint", { x: at(from).toFixed(2), y: 0, width: 0.8, height: 20 }));
    svg.appendChild(bar(kind, at(from), at(to), 4, 12));
    var line = attributes(el("tr", className), { role: "row" });
    line.append(cell("pts", document.createTextNode(say(points))), cell("what", document.createTextNode(content)), cell("bar", svg));
    if (proof) { line.appendChild(proof); }
    into.appendChild(line);
  }
  add(body, "sum", row.sum[0] + " %", 0, base, "total", "Base rate");
  sum = base;
  row.why.forEach(function (reason) {
    var proof = reason.length > 5 ? cell("proof") : null;
    if (proof && reason[5] >= 0) {
      var go = attributes(el("button", "", "\u201c" + quoted(row, reason[4]) + "\u201d"), { type: "button", title: "Show in the thread, message " + (reason[5] + 1) });
      go.addEventListener("click", function () {
        var mark = row.marks[reason[4]];
        if (mark) { mark.scrollIntoView({ block: "center" }); mark.focus({ preventScroll: true }); }
      });
      proof.appendChild(el("span", "quote", undefined, go));
    }
    if (proof && reason[6]) { proof.appendChild(el("span", "quote", reason[6])); }
    add(minor.indexOf(reason) < 0 ? body : small, reason[3] ? "" : "faint", reason[1], sum, sum + reason[2], reason[2] >= 0 ? "up" : "down", data.texts[reason[0]], proof);
    sum += reason[2];
  });
  var end = attributes(el("tbody"), { role: "rowgroup" });
  if (minor.length) {
    small.id = "small-" + row.n;
    small.hidden = !state.all;
    var more = attributes(el("button", "link", ""), { type: "button", "aria-expanded": String(state.all), "aria-controls": small.id });
    var name = function () { more.textContent = (small.hidden ? "Show " : "Hide ") + minor.length + " smaller parts"; more.setAttribute("aria-expanded", String(!small.hidden)); };
    more.addEventListener("click", function () { small.hidden = !small.hidden; name(); });
    name();
    var line = attributes(el("tr", "more"), { role: "row" });
    line.append(cell("", null), cell("what", more));
    body.appendChild(line);
  }
  add(end, "sum", row.sum[2] + " %", 0, risk, "total", "Risk");
  table.append(body, small, end);
  var sign = row.sum[1].charAt(0) === "-" ? " \u2212 " : " + ";
  var said = "base rate " + row.sum[0] + " %" + sign + row.sum[1].slice(1) + " points = risk " + row.sum[2] + " %";
  return titled("Why: from base rate to risk", table, el("p", "sumline", said));
}
function thread(row) {
  var ol = el("ol", "thread");
  row.marks = {};
  var run = [];
  function fold() {
    if (run.length < 3) { run = []; return; }
    var hidden = run, button = attributes(el("button", "link", "Show " + hidden.length + " messages without evidence"), { type: "button" });
    var place = el("li", "fold", undefined, button);
    ol.insertBefore(place, hidden[0]);
    hidden.forEach(function (item) { item.hidden = true; });
    button.addEventListener("click", function () {
      hidden.forEach(function (item) { item.hidden = false; });
      hidden[0].tabIndex = -1;
      hidden[0].focus();
      place.remove();
    });
    run = [];
  }
  row.t.forEach(function (message, number) {
    var bare = number > 0 && message[2].every(function (piece) { return typeof piece === "string"; });
    if (!bare) { fold(); }
    var item = el("li", "msg" + (message[0] ? "" : " out"));
    var by = message[0] ? (row.who || "Sender") : "Recipient";
    item.appendChild(el("header", "", by + " \u00b7 message " + (number + 1) + (message[1] ? " \u00b7 " + message[1] : "")));
    var body = attributes(el("div", "body"), { dir: "auto" });
    message[2].forEach(function (piece) {
      if (typeof piece === "string") { body.appendChild(document.createTextNode(piece)); return; }
      var lowers = piece[1].every(function (sign) { return data.signs[sign].lowers; });
      var mark = el("mark", lowers ? "lowers" : "", piece[0]);
      mark.tabIndex = -1;
      piece[1].forEach(function (sign) { row.marks[sign] = row.marks[sign] || mark; });
      body.appendChild(mark);
      piece[2].forEach(function (sign) {
        var label = el("span", "label" + (data.signs[sign].lowers ? " lowers" : ""));
        label.append(el("span", "vh", "[shows: "), document.createTextNode(data.signs[sign].name), el("span", "vh", "] "));
        body.appendChild(label);
      });
    });
    if (message[3]) { body.appendChild(el("span", "none", "[left out of this report, to keep it small]")); }
    item.appendChild(body);
    ol.appendChild(item);
    if (bare) { run.push(item); }
  });
  fold();
  return titled("Thread, with what shows each sign", row.t.length ? ol : el("p", "none", "No messages were given."));
}
function facts(row) {
  if (!row.f.length) { return null; }
  var dl = el("dl", "facts");
  row.f.forEach(function (pair) {
    dl.appendChild(el("div", pair[1].length > 32 ? "wide" : "", undefined, el("dt", "", data.fields[pair[0]]), el("dd", "", pair[1])));
  });
  return titled("Profile, firm and offer", dl);
}
function changes(title, found) {
  if (!found.length) { return null; }
  var table = attributes(el("table", "ifs"), { "aria-label": title });
  found.forEach(function (change) {
    table.appendChild(el("tr", "", undefined, el("td", "", data.texts[change[0]]), el("td", "", change[1] + " \u2192 " + change[2])));
  });
  return titled(title, table);
}
function fewer(items, most, what) {
  if (items.length <= most + 1) { return list(items, ""); }
  var rest = el("details", "", undefined, el("summary", "", (items.length - most) + " more " + what), list(items.slice(most), ""));
  rest.open = state.all;
  return el("div", "", undefined, list(items.slice(0, most), ""), rest);
}
function leadOf(row) {
  var lead = el("div", "lead", undefined, el("b", "b" + row.b + "c", row.p[0]), el("span", "pill b" + row.b, data.bands[row.b]));
  lead.append(el("span", "", "80 % interval " + row.p[1] + " to " + row.p[2]), reach(row));
  var words = el("div", "words");
  if (row.of) {
    words.appendChild(el("p", "", row.of.charAt(0).toUpperCase() + row.of.slice(1) + " approaches that show the same follow the playbook, if the base rate holds." + (row.st ? " It looks like: " + row.st + "." : "")));
  } else {
    words.appendChild(el("p", "warn", "Too little was seen to say anything; this figure is little more than the base rate."));
  }
  words.appendChild(el("p", "fine", "Approach " + row.id + (row.cp ? "; " + campaignOf(row) : "") + "; " + row.c + " of the signs could be assessed" + (row.no.length ? "; " + row.no.join("; ") : "") + ". About an approach, never a verdict on a person."));
  return el("header", "", undefined, lead, words);
}
function detailOf(row) {
  var panel = attributes(el("div", "panel b" + row.b), { id: "panel-" + row.n, role: "region", "aria-label": "Approach " + row.id });
  var innocent = [];
  row.do.forEach(function (at) {
    var sign = data.signs[at];
    if (sign.innocent.length && !sign.lowers) {
      innocent.push(el("li", "", undefined, el("em", "", sign.name + ": "), document.createTextNode(sign.innocent.join("; "))));
    }
  });
  var unseen = row.un.map(function (at) { return data.texts[at]; }), todo = steps(row);
  panel.append(
    leadOf(row),
    el("div", "split", undefined, waterfall(row), thread(row)),
    el("div", "split", undefined,
      titled("It may be innocent", innocent.length ? fewer(innocent, 4, "signs") : list([], "No sign weighs that needs it.")),
      titled("Next steps", todo.length ? fewer(todo, 4, "steps") : list([], "No sign calls for one."))),
    el("div", "split", undefined,
      el("div", "", undefined, changes("What would change the score", row.if), changes("What a look may turn up", row.ask)),
      titled("What was not seen", unseen.length ? el("p", "", unseen.join("; ")) : list([], "All signs could be assessed.")))
  );
  var known = facts(row);
  if (known) { panel.appendChild(known); }
  var td = attributes(el("td", "", undefined, panel), { colspan: columns.length, role: "cell" });
  return attributes(el("tr", "detail", undefined, td), { role: "row" });
}

// The page

function draw() {
  var rows = chosen(), pages = Math.max(1, Math.ceil(rows.length / PAGE));
  state.page = Math.min(state.page, pages - 1);
  var from = state.all ? 0 : state.page * PAGE, to = state.all ? Math.min(rows.length, MOST_PRINTED) : from + PAGE;
  var body = document.createDocumentFragment();
  rows.slice(from, to).forEach(function (row) {
    body.appendChild(rowOf(row));
    if (state.open.has(row.n)) { body.appendChild(detailOf(row)); }
  });
  byId("body").replaceChildren(body);
  var column = columns.find(function (c) { return c.key === state.key; });
  byId("status").textContent = rows.length
    ? "Rows " + (from + 1).toLocaleString("en") + " to " + Math.min(to, rows.length).toLocaleString("en") + " of " + rows.length.toLocaleString("en") + (rows.length < data.rows.length ? " that match, of " + data.rows.length.toLocaleString("en") + " in all" : "") + "; by " + column.title.toLowerCase() + ", " + column.ways[state.down ? 1 : 0]
    : "No approach matches.";
  byId("page").textContent = "page " + (state.page + 1) + " of " + pages;
  byId("before").disabled = state.page === 0;
  byId("after").disabled = state.page >= pages - 1;
  document.querySelectorAll("#head th").forEach(function (th, at) {
    th.setAttribute("aria-sort", columns[at].key !== state.key ? "none" : state.down ? "descending" : "ascending");
  });
  byId("sort").value = state.key + (state.down ? " down" : " up");
  byId("clear").hidden = !(state.words.length || state.sign >= 0 || state.campaign || state.bands.size < data.bands.length);
}
function again() { state.page = 0; draw(); }
function turn(by) { state.page += by; draw(); byId("approaches").scrollIntoView(); byId("approaches").focus({ preventScroll: true }); }

columns.forEach(function (column) {
  var button = attributes(el("button", "", column.title), { type: "button" });
  button.addEventListener("click", function () {
    state.down = state.key === column.key ? !state.down : column.down;
    state.key = column.key;
    again();
  });
  byId("head").appendChild(attributes(el("th", "", undefined, button), { scope: "col", role: "columnheader", "data-key": column.key }));
  [column.down, !column.down].forEach(function (down) {
    byId("sort").appendChild(attributes(el("option", "", column.title + ", " + column.ways[down ? 1 : 0]), { value: column.key + (down ? " down" : " up") }));
  });
});
byId("sort").addEventListener("change", function (event) {
  var chosenSort = event.target.value.split(" ");
  state.key = chosenSort[0];
  state.down = chosenSort[1] === "down";
  again();
});
data.bands.forEach(function (band, at) {
  var box = attributes(el("input"), { type: "checkbox", "data-band": at });
  box.checked = box.defaultChecked = true;
  box.addEventListener("change", function () {
    if (box.checked) { state.bands.add(at); } else { state.bands.delete(at); }
    again();
  });
  byId("chips").appendChild(el("label", "chip b" + at, undefined, box, document.createTextNode(band)));
});
var counted = data.signs.map(function (sign, at) { return { at: at, name: sign.name, n: 0 }; }), campaigns = new Map();
data.rows.forEach(function (row) {
  row.why.forEach(function (reason) { if (reason[3] && reason[4] >= 0) { counted[reason[4]].n += 1; } });
  if (row.cp) { campaigns.set(row.cp, (campaigns.get(row.cp) || 0) + 1); }
});
counted.filter(function (sign) { return sign.n; }).sort(function (a, b) { return b.n - a.n; }).forEach(function (sign) {
  byId("sign").appendChild(attributes(el("option", "", sign.name + " (" + sign.n.toLocaleString("en") + ")"), { value: sign.at }));
});
byId("sign").addEventListener("change", function (event) { state.sign = event.target.value === "" ? -1 : Number(event.target.value); again(); });
byId("pick-campaign").hidden = !campaigns.size;
Array.from(campaigns).sort(function (a, b) { return b[1] - a[1] || collator.compare(a[0], b[0]); }).forEach(function (pair) {
  byId("campaign").appendChild(attributes(el("option", "", pair[0] + " (" + pair[1].toLocaleString("en") + ")"), { value: pair[0] }));
});
function pick(campaign) { state.campaign = campaign; byId("campaign").value = campaign; again(); }
byId("campaign").addEventListener("change", function (event) { pick(event.target.value); });
document.querySelectorAll("[data-campaign]").forEach(function (button) {
  button.addEventListener("click", function () {
    pick(campaigns.has(button.dataset.campaign) ? button.dataset.campaign : "");
    turn(0);
  });
});
byId("clear").addEventListener("click", function () {
  document.querySelector(".filters").reset();
  state.words = []; state.sign = -1; state.campaign = "";
  data.bands.forEach(function (_, at) { state.bands.add(at); });
  again();
  byId("q").focus();
});
byId("body").addEventListener("keydown", function (event) {
  var panel = event.key === "Escape" ? event.target.closest("tr.detail") : null;
  if (panel) { var button = panel.previousSibling.querySelector("button"); button.click(); button.focus(); }
});
var waiting = 0;
byId("q").addEventListener("input", function (event) {
  clearTimeout(waiting);
  waiting = setTimeout(function () { state.words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean); again(); }, 120);
});
document.querySelector(".filters").addEventListener("submit", function (event) { event.preventDefault(); });
byId("before").addEventListener("click", function () { turn(-1); });
byId("after").addEventListener("click", function () { turn(1); });
byId("open-all").addEventListener("click", function () {
  chosen().slice(state.page * PAGE, state.page * PAGE + PAGE).forEach(function (row) { state.open.add(row.n); });
  draw();
});
byId("close-all").addEventListener("click", function () { state.open.clear(); draw(); });
window.addEventListener("beforeprint", function () { state.all = true; draw(); });
window.addEventListener("afterprint", function () { state.all = false; draw(); });
draw();
}());
