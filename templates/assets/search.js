// The search page. The question is in the address, so that it can be shared.

import { askedNumber, counts, find, marked } from "./finding.js"
import { SearchIndex } from "./search-index.js"

const STEP = 10
const PAUSE = 120   // milliseconds without a key before the search begins
const SLOW = 300    // milliseconds after which the page says that it is searching
const VERY_SLOW = 6000
const QUIET = 700   // milliseconds before the outcome is spoken: not at every key
const FACETS = [["soort", "Soort"], ["thema", "Thema"], ["partij", "Partij"], ["status", "Status"], ["jaar", "Jaar"]]

const place = document.querySelector("[data-search-page]")
const root = new URL("..", location.href)
const index = new SearchIndex(new URL("zoekindex/", root))
const chosen = Object.fromEntries(new URLSearchParams(location.search))
const page = build()
let turn = 0
let outcome = null // the answer that is shown
let timers = []

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

function button(text, action) {
  const made = element("button", { type: "button", textContent: text })
  made.addEventListener("click", action)
  return made
}

// The page -----------------------------------------------------------------------------------------

function build() {
  const input = element("input", {
    type: "search", id: "question", name: "q", autocomplete: "off", maxLength: 200, value: (chosen.q ?? "").slice(0, 200),
  })
  input.setAttribute("aria-keyshortcuts", "/")
  const selects = FACETS.map(([name, label]) => {
    const select = element("select", { id: `search-${name}`, name })
    select.append(new Option("alle", ""))
    if (chosen[name]) select.append(new Option(chosen[name], chosen[name], true, true))
    return [name, select, element("p", {}, element("label", { htmlFor: select.id, textContent: label }), select)]
  })
  const clear = button("Wis de filters", clearFilters)
  const form = element("form", {},
    element("p", { className: "question" },
      element("label", { htmlFor: "question", textContent: "Waar zoekt u naar?" }), input),
    element("p", { className: "keys" }, "Met ", element("kbd", { textContent: "/" }), " gaat u naar dit veld, met ",
      element("kbd", { textContent: "↓" }), " naar de resultaten."),
    folded(selects.map(([, , wrap]) => wrap), clear))
  form.setAttribute("role", "search")
  form.setAttribute("aria-label", "Zoeken in de hele site")
  const said = element("p", { className: "filter-count" })
  const spoken = element("p", { className: "unseen" })
  spoken.setAttribute("role", "status")
  const [hints, list] = [element("div", { className: "hints" }), element("ol", { className: "results" })]
  const more = button("Meer resultaten", showMore)
  more.hidden = true
  place.append(element("div", { className: "filters" }, form), said, spoken, hints, list, more)
  return { input, form, selects: Object.fromEntries(selects), clear, said, spoken, hints, list, more }
}

/** The filters, folded unless one is chosen: the results come first. */
function folded(filters, clear) {
  const open = FACETS.some(([name]) => chosen[name])
  return element("details", { className: "fold", open },
    element("summary", { textContent: "Filters" }), element("div", { className: "choices" }, ...filters), clear)
}

// Question -----------------------------------------------------------------------------------------

function wait(milliseconds, action) {
  timers.push(setTimeout(action, milliseconds))
}

function stopWaiting() {
  timers.forEach(clearTimeout)
  timers = []
}

function typed() {
  stopWaiting()
  history.replaceState(null, "") // another question begins with its first results
  wait(PAUSE, () => ask())
}

function wanted() {
  return Object.fromEntries(FACETS.map(([name]) => [name, page.selects[name].value]).filter(([, value]) => value))
}

function remember(question) {
  const kept = Object.entries({ q: question, ...wanted() }).filter(([, value]) => value)
  const query = new URLSearchParams(kept).toString()
  history.replaceState(history.state, "", location.pathname + (query && `?${query}`))
}

/** Search, and show the outcome unless another question was asked since; gives the outcome. */
async function ask(options = {}) {
  stopWaiting()
  const asked = ++turn
  const question = page.input.value.trim()
  remember(question)
  page.clear.hidden = !Object.keys(wanted()).length
  if (!question && page.clear.hidden) { show({ question, numbers: [], understood: null }); return outcome }
  wait(SLOW, () => { clearResults(); say("Bezig met zoeken …") })
  wait(VERY_SLOW, () => say("Het zoeken duurt lang. Misschien is de verbinding traag."))
  try {
    const found = await find(index, question, wanted(), options)
    const records = await index.records(found.numbers.slice(0, shownAtFirst()))
    if (asked === turn) { stopWaiting(); show({ ...found, question, records }) }
  } catch (error) {
    console.error(error)
    if (asked === turn) { stopWaiting(); fail() }
  }
  return outcome
}

function fail() {
  clearResults()
  say("Zoeken lukt nu niet: de zoekindex kwam niet binnen.")
  page.hints.replaceChildren(
    element("p", {}, "Kijk of u verbinding hebt. ", button("Probeer opnieuw", () => { page.input.focus(); ask() })))
}

function clearResults() {
  outcome = null
  delete page.list.dataset.question
  page.list.replaceChildren()
  page.hints.replaceChildren()
  page.more.hidden = true
}

/** Say something at once to who sees it, and a little later, once, to who hears it. */
function say(text) {
  page.said.textContent = text
  clearTimeout(page.speaking)
  page.speaking = setTimeout(() => { page.spoken.textContent = [text, page.hints.innerText].filter(Boolean).join(" ") }, QUIET)
}

// Results ------------------------------------------------------------------------------------------

/** As many as were shown before the reader came back to this page. */
function shownAtFirst() {
  return history.state?.shown ?? STEP
}

function show(found) {
  clearResults()
  outcome = found
  page.list.dataset.question = found.question
  add(found.records ?? [])
  page.hints.replaceChildren(...hints(found))
  say(summary(found))
  document.title = document.title.replace(/^.*?Zoeken/, () => found.question ? `${found.question} - Zoeken` : "Zoeken")
  countFilters(found)
}

function add(records) {
  const lost = records.filter(record => !record).length
  page.list.append(...records.filter(Boolean).map(item))
  page.list.querySelector(".lost")?.remove()
  if (lost) page.list.append(element("li", { className: "lost" },
    element("p", {}, `${lost} ${lost === 1 ? "resultaat kwam" : "resultaten kwamen"} niet binnen. `, button("Probeer opnieuw", () => ask()))))
  page.more.hidden = records.length >= outcome.numbers.length
  outcome.records = records
}

async function showMore() {
  const found = outcome
  const next = found.records.length
  const records = await index.records(found.numbers.slice(0, next + STEP))
  if (found !== outcome) return
  history.replaceState({ shown: records.length }, "")
  page.list.replaceChildren()
  add(records)
  page.list.children[next]?.querySelector("a, button").focus()
}

function summary({ question, numbers, understood, unfiltered }) {
  const about = question ? ` voor ‘${question}’` : ""
  if (!question && !numbers.length && page.clear.hidden) return ""
  if (numbers.length) {
    const mended = Object.entries(understood?.mended ?? {})
    const meant = mended.length ? ` voor ‘${corrected(question, understood)}’` : about
    return `${numbers.length} ${numbers.length === 1 ? "resultaat" : "resultaten"}${meant}`
  }
  const number = askedNumber(index, question)
  if (number) return `Nummer ${number} bestaat niet.`
  return unfiltered ? `Niets gevonden${about} met deze filters.` : `Niets gevonden${about}.`
}

function corrected(question, { mended }) {
  return Object.entries(mended).reduce((words, [typed, meant]) => words.toLowerCase().replace(typed, () => meant), question)
}

function hints({ question, numbers, understood, unfiltered }) {
  const made = []
  if (understood && Object.keys(understood.mended).length && numbers.length)
    made.push(element("p", {}, `Zoek toch op `, button(`‘${question}’`, () => ask({ literally: true }))))
  if (understood?.unknown.length && numbers.length)
    made.push(element("p", { textContent: `Niet gevonden en weggelaten: ${understood.unknown.join(", ")}.` }))
  if (understood?.isEnglish)
    made.push(element("p", { lang: "en", textContent: "This site is in Dutch. Please search in Dutch." }))
  if (!numbers.length && unfiltered)
    made.push(element("p", {}, `Zonder filters ${unfiltered === 1 ? "is er 1 resultaat" : `zijn er ${unfiltered} resultaten`}. `, button("Wis de filters", clearFilters)))
  else if (understood && question && !numbers.length)
    made.push(element("p", {}, "Probeer een ander woord, of kijk in de ",
      element("a", { href: new URL("inhoud/", root), textContent: "inhoud van A tot Z" }), "."))
  return made
}

function item(record) {
  const { understood } = outcome
  const link = element("a", { href: new URL(record.address.slice(1), root) }, ...pieces(record.title))
  const themes = record.themes ?? []
  const latest = record.latest && `laatste feit: ${record.latest}`
  const facts = [record.number, record.kind, ...themes, record.status, record.date, latest].filter(Boolean)
  const made = element("li", {},
    element("p", { className: "result-title" }, link),
    element("p", { className: "result-facts", textContent: facts.join(" · ") }))
  if (record.text && record.text !== themes[0])
    made.append(element("p", { className: "result-text" }, ...pieces(passage(record.text))))
  if (understood && !made.querySelector("mark")) made.append(...reason(record, understood))
  return made
}

/** Why a result was found whose title and text do not show it. */
function reason(record, understood) {
  const also = (record.also ?? []).find(text => marked(index, text, understood).some(({ hit }) => hit))
  if (also) return [element("p", { className: "result-text" }, "Hoort bij: ", ...pieces(passage(also)))]
  const related = understood.groups.flat().filter(({ isRelated }) => isRelated).map(({ word }) => word)
  const words = [...new Set(related)].map(word => `‘${word}’`).join(", ")
  return words ? [element("p", { className: "result-text", textContent: `Gevonden bij een woord dat lijkt op ${words}.` })] : []
}

function pieces(text) {
  return marked(index, text, outcome.understood).map(({ part, hit }) => hit ? element("mark", { textContent: part }) : part)
}

/** The part of a long text with the first word that was asked for. */
function passage(text) {
  if (text.length <= 240) return text
  const parts = marked(index, text, outcome.understood)
  const before = parts.slice(0, Math.max(parts.findIndex(({ hit }) => hit), 0)).map(({ part }) => part).join("").length
  const start = before < 160 ? 0 : text.indexOf(" ", before - 80) + 1
  return `${start ? "… " : ""}${text.slice(start, start + 240).replace(/\s\S*$/, "")} …`
}

// Filters ------------------------------------------------------------------------------------------

/** The values of each filter, with how many results each has. */
async function countFilters(found) {
  const numbers = found.question || Object.keys(wanted()).length ? found.numbers : [...Array(index.common?.count ?? 0).keys()]
  const all = await counts(index, numbers).catch(() => null)
  if (!all || found !== outcome) return
  for (const [name] of FACETS) {
    const select = page.selects[name]
    const options = Object.entries(all[name] ?? {}).filter(([value, count]) => count || value === select.value)
    const sorted = name === "jaar" ? options.reverse() : options
    const { value } = select
    const unknown = value && !(value in (all[name] ?? {})) ? [new Option(`${value} (0)`, value)] : []
    select.replaceChildren(new Option("alle", ""), ...sorted.map(([each, count]) => new Option(`${each} (${count})`, each)), ...unknown)
    select.value = value
  }
}

function clearFilters() {
  for (const [name] of FACETS) page.selects[name].value = ""
  page.input.focus()
  ask()
}

// Keys and buttons ---------------------------------------------------------------------------------

function step(event) {
  const ways = { ArrowDown: 1, ArrowUp: -1 }
  if (!(event.key in ways) || event.target.tagName === "SELECT") return
  const stops = [page.input, ...page.list.querySelectorAll(".result-title a")]
  const next = stops[stops.indexOf(document.activeElement) + ways[event.key]]
  if (!next) return
  event.preventDefault()
  next.focus()
}

async function submit(event) {
  event.preventDefault()
  const found = await ask()
  if (found?.isNumber && found.records[0]) location.assign(new URL(found.records[0].address.slice(1), root))
  else page.list.querySelector("a")?.focus()
}

page.form.addEventListener("submit", submit)
page.input.addEventListener("input", typed)
place.addEventListener("keydown", step)
for (const [name] of FACETS) page.selects[name].addEventListener("change", () => ask())

async function start() {
  if (!chosen.q) page.input.focus()
  const found = await ask()
  if (found?.isNumber && found.records[0] && askedNumber(index, chosen.q))
    location.replace(new URL(found.records[0].address.slice(1), root))
  else if (!chosen.q) { await index.open().catch(() => null); if (outcome) countFilters(outcome) }
}

start()
