// Chooses among the facts by theme, status and year. The choices are in the address, so that they can
// be shared. Without this script all facts are shown.

const place = document.querySelector("[data-fact-filters]")
const themes = [...document.querySelectorAll("[data-theme]")]
const statements = [...document.querySelectorAll(".statement-facts")]
const facts = [...document.querySelectorAll("[data-fact]")]
const names = items => new Set(items.map(each => each.dataset.fact))
const all = names(facts).size
const chosen = Object.fromEntries(new URLSearchParams(location.search))

const FILTERS = {
  thema: { label: "Thema", choices: new Map(themes.map(each => [each.dataset.theme, each.dataset.title])) },
  status: {
    label: "Status van de afspraak",
    choices: new Map(statements.filter(each => each.dataset.status)
      .map(each => [each.dataset.status, each.dataset.statusLabel])),
  },
  jaar: {
    label: "Jaar",
    choices: new Map([...new Set(facts.map(each => each.dataset.year))].sort().reverse().map(year => [year, year])),
  },
}

function isWanted(fact) {
  const values = {
    thema: fact.closest("[data-theme]").dataset.theme,
    status: fact.closest(".statement-facts").dataset.status,
    jaar: fact.dataset.year,
  }
  return Object.keys(FILTERS).every(name => !chosen[name] || values[name] === chosen[name])
}

function show() {
  const wanted = new Set(facts.filter(isWanted))
  for (const each of [...themes, ...statements])
    each.hidden = ![...each.querySelectorAll("[data-fact]")].some(fact => wanted.has(fact))
  for (const each of facts) each.hidden = !wanted.has(each)
  const count = names([...wanted]).size
  said.textContent = count === all ? `${all} ${all === 1 ? "feit" : "feiten"}` : `${count} van ${all} feiten`
  if (!count) said.textContent = "Geen feiten met deze keuze."
  reset.hidden = !Object.keys(FILTERS).some(name => chosen[name])
}

function remember() {
  const kept = Object.entries(chosen).filter(([name, value]) => value && Object.hasOwn(FILTERS, name))
  const query = new URLSearchParams(kept).toString()
  history.replaceState(null, "", location.pathname + (query && `?${query}`) + location.hash)
}

function choose(choices) {
  Object.assign(chosen, choices)
  for (const select of place.querySelectorAll("select")) select.value = chosen[select.name] ?? ""
  remember()
  show()
}

/** A reader who follows a link to a fact sees it, whatever was chosen before. */
function showTarget() {
  const target = facts.find(each => each.id && `#${each.id}` === location.hash)
  if (!target?.closest("[hidden]")) return
  choose({ thema: "", status: "", jaar: "" })
  target.scrollIntoView()
}

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

function chooser([name, { label, choices }]) {
  const select = element("select", { id: `filter-${name}`, name }, new Option("alle", ""))
  for (const [value, words] of choices) select.add(new Option(words, value))
  select.value = chosen[name] ?? ""
  select.addEventListener("change", () => choose({ [name]: select.value }))
  return element("p", {}, element("label", { htmlFor: select.id, textContent: label }), select)
}

const said = element("span")
const reset = element("button", { type: "button", textContent: "Wis alle filters" })

function build() {
  const form = element("form", {}, ...Object.entries(FILTERS).map(chooser))
  form.setAttribute("aria-label", "Filters op de feiten")
  form.addEventListener("submit", event => event.preventDefault())
  said.setAttribute("role", "status")
  reset.addEventListener("click", () => {
    choose({ thema: "", status: "", jaar: "" })
    place.querySelector("summary").focus()
  })
  const fold = element("details", { className: "fold", open: matchMedia("(min-width: 45em)").matches })
  fold.append(element("summary", { textContent: "Filters" }), form)
  place.append(fold, element("p", { className: "filter-count" }, said, reset))
}

build()
show()
showTarget()
addEventListener("hashchange", showTarget)
