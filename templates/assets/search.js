// The search page. The question is in the address, so that it can be shared.

import { find, load, marked, numbered, values } from "./finding.js"

const STEP = 10
const FACETS = [["soort", "Soort"], ["thema", "Thema"], ["partij", "Partij"], ["status", "Status"]]

const place = document.querySelector("[data-search-page]")
const root = new URL("..", location.href)
const chosen = Object.fromEntries(new URLSearchParams(location.search))
const page = build()
let asked = 0

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

function build() {
  const input = element("input", {
    type: "search", id: "question", name: "q", autocomplete: "off", maxLength: 200, value: chosen.q ?? "",
  })
  const selects = FACETS.map(([name, label]) => {
    const select = element("select", { id: `search-${name}`, name })
    select.append(new Option("alle", ""))
    return [name, select, element("p", {}, element("label", { htmlFor: select.id, textContent: label }), select)]
  })
  const form = element("form", {},
    element("p", { className: "question" },
      element("label", { htmlFor: "question", textContent: "Waar zoekt u naar?" }), input),
    folded(selects.map(([, , wrap]) => wrap)))
  form.setAttribute("role", "search")
  form.setAttribute("aria-label", "Zoeken in de hele site")
  const said = element("p", { className: "filter-count" })
  said.setAttribute("role", "status")
  const hints = element("div", { className: "hints" })
  const list = element("ol", { className: "results" })
  const more = element("button", { type: "button", textContent: "Meer resultaten", hidden: true })
  place.append(element("div", { className: "filters" }, form), said, hints, list, more)
  return { input, form, selects: Object.fromEntries(selects), said, hints, list, more }
}

/** The filters; on a phone, where none is chosen, they leave the room to the results. */
function folded(filters) {
  const open = matchMedia("(min-width: 45em)").matches || FACETS.some(([name]) => chosen[name])
  return element("details", { className: "fold", open },
    element("summary", { textContent: "Filters" }), element("div", { className: "choices" }, ...filters))
}

// Question-----------------------------------------------------------------------------------------

async function ask() {
  const turn = ++asked
  const question = page.input.value.trim()
  remember(question)
  if (!question) { show({ records: [], total: 0 }, ""); return }
  const answer = await find(question, wanted())
  if (turn === asked) show(answer, question)
}

function wanted() {
  return Object.fromEntries(FACETS.map(([name]) => [name, page.selects[name].value]).filter(([, value]) => value))
}

function remember(question) {
  const kept = Object.entries({ q: question, ...wanted() }).filter(([, value]) => value)
  const query = new URLSearchParams(kept).toString()
  history.replaceState(null, "", location.pathname + (query && `?${query}`))
}

// Results ------------------------------------------------------------------------------------------

function show({ records, total, understood, number }, question) {
  page.list.replaceChildren(...records.map((record, at) => item(record, understood, at)))
  page.more.hidden = records.length <= STEP
  page.said.textContent = summary(total, question, number)
  page.hints.replaceChildren(...hints(understood, total))
  document.title = document.title.replace(/^.*?Zoeken/, question ? `${question} - Zoeken` : "Zoeken")
}

function summary(total, question, number) {
  if (!question) return ""
  if (number && !total) return `Nummer ${number} bestaat niet.`
  if (!total) return `Niets gevonden voor ‘${question}’.`
  return `${total} ${total === 1 ? "resultaat" : "resultaten"} voor ‘${question}’`
}

function hints(understood, total) {
  const mended = Object.entries(understood?.mended ?? {}).map(([, meant]) => meant)
  const made = mended.length ? [element("p", {}, "Bedoelde u: ", suggestion(understood), "?")] : []
  if (understood?.unknown.length && total)
    made.push(element("p", { textContent: `Niet gevonden en weggelaten: ${understood.unknown.join(", ")}.` }))
  if (understood && !total)
    made.push(element("p", {}, "Probeer een ander woord, of kijk in de ",
      element("a", { href: new URL("inhoud/", root), textContent: "inhoud van A tot Z" }), "."))
  return made
}

function suggestion(understood) {
  const words = Object.entries(understood.mended)
    .reduce((question, [typed, meant]) => question.replace(typed, meant), understood.question)
  const link = element("a", { href: `?${new URLSearchParams({ q: words })}`, textContent: words })
  link.addEventListener("click", event => {
    event.preventDefault()
    page.input.value = words
    page.input.focus()
    ask()
  })
  return link
}

function item(record, understood, at) {
  const link = element("a", { href: new URL(record.address.slice(1), root) }, ...pieces(record.title, understood))
  const facts = [record.number, record.kind, ...record.themes, record.status].filter(Boolean)
  const made = element("li", { hidden: at >= STEP },
    element("p", { className: "result-title" }, link),
    element("p", { className: "result-facts", textContent: facts.join(" · ") }))
  if (record.text && record.text !== record.themes[0])
    made.append(element("p", { className: "result-text" }, ...pieces(shortened(record.text), understood)))
  return made
}

function pieces(text, understood) {
  return marked(text, understood).map(({ part, hit }) => hit ? element("mark", { textContent: part }) : part)
}

function shortened(text) {
  return text.length > 240 ? `${text.slice(0, 240).replace(/\s\S*$/, "")} …` : text
}

// Keys and buttons -----------------------------------------------------------------------------------

function visible() {
  return [...page.list.querySelectorAll("li:not([hidden]) a")]
}

function step(event) {
  const ways = { ArrowDown: 1, ArrowUp: -1 }
  if (!(event.key in ways) || event.target.tagName === "SELECT") return
  const stops = [page.input, ...visible()]
  const next = stops[stops.indexOf(document.activeElement) + ways[event.key]]
  if (!next) return
  event.preventDefault()
  next.focus()
}

async function submit(event) {
  event.preventDefault()
  const goal = await goalOf(page.input.value)
  if (goal) location.assign(goal)
  else visible()[0]?.focus()
}

/** The address of a statement number, or nothing if it is none. */
async function goalOf(question) {
  const [record] = numbered(question) ? (await find(question)).records : []
  return record && new URL(record.address.slice(1), root)
}

page.form.addEventListener("submit", submit)
page.input.addEventListener("input", ask)
page.more.addEventListener("click", () => {
  const first = page.list.querySelector("li[hidden]")
  page.list.querySelectorAll("li[hidden]").forEach(each => { each.hidden = false })
  page.more.hidden = true
  first?.querySelector("a").focus()
})
place.addEventListener("keydown", step)

async function start() {
  await load(new URL("pagefind/", root))
  const goal = await goalOf(chosen.q ?? "")
  if (goal) { location.replace(goal); return }
  for (const [name] of FACETS) {
    page.selects[name].append(...(values()[name] ?? []).map(value => new Option(value, value)))
    page.selects[name].value = chosen[name] ?? ""
    page.selects[name].addEventListener("change", ask)
  }
  if (!chosen.q) page.input.focus()
  await ask()
}

start()
