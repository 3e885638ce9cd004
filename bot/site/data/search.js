// Finds answers in the page itself: nothing that is typed leaves the browser.
(function () {
  "use strict";
  const form = document.getElementById("search");
  const field = document.getElementById("question");
  const found = document.getElementById("found");
  const words = window.ANSWERS.words;

  function stem(word) {
    return word.replace(/(?:ings?|edly|ed|es|s|ly)$/, "").slice(0, 12) || word;
  }

  function terms(text) {
    const plain = text.toLowerCase().normalize("NFKD").replace(/[’']/g, "");
    return (plain.match(/[a-z0-9£]+/g) || []).map(stem);
  }

  const entries = window.ANSWERS.entries.map(function (entry) {
    const weights = new Map();
    [[entry.title, 3], [entry.questions, 2], [entry.short, 1]].forEach(function (part) {
      terms(part[0]).forEach(function (term) {
        weights.set(term, Math.max(weights.get(term) || 0, part[1]));
      });
    });
    const asked = entry.questions.split("\n").map(function (line) { return new Set(terms(line)); });
    return { entry: entry, weights: weights, asked: asked };
  });

  const frequency = new Map();
  entries.forEach(function (each) {
    each.weights.forEach(function (_, term) { frequency.set(term, (frequency.get(term) || 0) + 1); });
  });

  function rarity(term) {
    return Math.log(1 + entries.length / (1 + (frequency.get(term) || 0)));
  }

  // How much of the question an entry holds, and how near one of its example questions comes to it.
  function score(each, question) {
    let whole = 0, held = 0, near = 0;
    question.forEach(function (term) {
      whole += rarity(term);
      held += rarity(term) * (each.weights.get(term) || 0) / 3;
    });
    each.asked.forEach(function (example) {
      let shared = 0, all = 0;
      question.forEach(function (term) { if (example.has(term)) { shared += rarity(term); } });
      example.forEach(function (term) { all += rarity(term); });
      near = Math.max(near, 2 * shared / (whole + all || 1));
    });
    return whole ? held / whole + near : 0;
  }

  function link(entry) {
    const item = document.createElement("li");
    const anchor = document.createElement("a");
    anchor.href = "answers/" + entry.id + ".html";
    anchor.textContent = entry.title;
    item.append(anchor, document.createElement("br"), entry.short);
    return item;
  }

  function search(text) {
    const question = new Set(terms(text));
    const ranked = entries
      .map(function (each) { return { entry: each.entry, score: score(each, question) }; })
      .filter(function (each) { return each.score > 0.35; })
      .sort(function (a, b) { return b.score - a.score; })
      .slice(0, 5);
    const heading = document.createElement("h2");
    heading.textContent = ranked.length ? words.found : words.nothing;
    const list = document.createElement("ol");
    ranked.forEach(function (each) { list.append(link(each.entry)); });
    found.replaceChildren(heading, list);
    return ranked.map(function (each) { return each.entry.id; });
  }

  form.hidden = false;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (field.value.trim()) { search(field.value); }
  });
  window.search = search;
})();
