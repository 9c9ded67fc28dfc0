"use strict"

// Filters, sorts and searches the table of commitments, which can be read without this script. The
// choices are in the address, so that they can be shared. The further pages of a long table are
// fetched only when a reader uses the filters.

const table = document.querySelector("[data-register]")
const place = document.querySelector("[data-filters]")
const download = document.querySelector(".download a")
const note = document.querySelector("[data-download-note]")
const body = table.tBodies[0]
const first = [...body.rows].map(readRow)
let rows = first
const count = Number(place.dataset.count ?? rows.length)
const pages = Number(place.dataset.pages ?? 1)
const steps = document.querySelector("article nav.pages")

const FACETS = [
  ["thema", "Thema of hoofdstuk"], ["partij", "Partij"], ["instrument", "Instrument"],
  ["termijn", "Termijn"], ["status", "Status"],
]
const ORDERS = [["nummer", "Nummer", 0], ["afspraak", "Afspraak", 1], ["thema", "Thema of hoofdstuk", 2],
  ["termijn", "Termijn", 5], ["status", "Status", 6]]
const words = new Intl.Collator("nl", { numeric: true })

function readRow(row) {
  const values = {}
  for (const cell of row.querySelectorAll("[data-facet]")) {
    const links = [...cell.querySelectorAll("a")]
    const found = links.map(link => [link.pathname.split("/").at(-2), link.textContent])
    if (!found.length) found.push([cell.textContent.trim().replaceAll(" ", "-"), cell.textContent.trim()])
    values[cell.dataset.facet] = new Map(found)
  }
  return { row, values, number: row.cells[0].textContent.trim(), text: plain(row.textContent) }
}

function plain(text) {
  return text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase()
}

// The further pages --------------------------------------------------------------------------------

const isWhole = () => rows.length === count

let loading

/** All rows; a page that cannot be fetched is reported, and requested again the next time. */
function load() {
  loading ??= loadAll().catch(() => {
    loading = undefined
    said.textContent = "Niet alle afspraken zijn geladen. Kies opnieuw om het nog eens te proberen."
  })
  return loading
}

async function loadAll() {
  if (isWhole()) return
  said.textContent = `Alle ${count} afspraken worden geladen.`
  const numbers = Array.from({ length: pages - 1 }, (_, at) => at + 2)
  const further = await Promise.all(numbers.map(number => fetchRows(new URL(`pagina-${number}/`, location.href))))
  rows = [...first, ...further.flat()]
  render()
}

async function fetchRows(address) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(answer.statusText)
  const whole = new DOMParser().parseFromString(await answer.text(), "text/html")
  const found = [...whole.querySelector("[data-register]").tBodies[0].rows]
  for (const link of found.flatMap(row => [...row.querySelectorAll("a")]))
    link.href = new URL(link.getAttribute("href"), address)
  return found.map(row => readRow(document.adoptNode(row)))
}

// Choices ------------------------------------------------------------------------------------------

const chosen = Object.fromEntries(new URLSearchParams(location.search))

function matches(item, except) {
  const wanted = plain(chosen.zoek ?? "").split(/\s+/).filter(Boolean)
  return wanted.every(word => item.text.includes(word)) && FACETS.every(([facet]) =>
    facet === except || !chosen[facet] || item.values[facet].has(chosen[facet]))
}

const isChosen = () => Object.keys(inputs).some(name => chosen[name])

/** The rows on the page: of a long table the first ones, until something is chosen. */
function shown() {
  return pages > 1 && !(isWhole() && isChosen()) ? first : matching()
}

function matching() {
  const order = ORDERS.find(([name]) => name === chosen.volgorde) ?? ORDERS[0]
  const found = rows.filter(item => matches(item))
  const key = item => item.row.cells[order[2]].textContent.trim()
  return found.toSorted((a, b) => words.compare(key(a), key(b)) || words.compare(a.number, b.number))
}

function remember() {
  const kept = Object.entries(chosen).filter(([name, value]) => value && name in inputs)
  const query = new URLSearchParams(kept).toString()
  history.replaceState(null, "", location.pathname + (query && `?${query}`) + location.hash)
}

// The form -----------------------------------------------------------------------------------------

const inputs = {}

function field(name, label, input) {
  const wrap = document.createElement("p")
  const text = document.createElement("label")
  input.name = name
  input.id = `filter-${name}`
  text.htmlFor = input.id
  text.textContent = label
  wrap.append(text, input)
  inputs[name] = input
  return wrap
}

function chooser(name, label) {
  const select = document.createElement("select")
  select.addEventListener("change", () => choose(name, select.value))
  return field(name, label, select)
}

function searchField() {
  const input = document.createElement("input")
  input.type = "search"
  input.autocomplete = "off"
  input.value = chosen.zoek ?? ""
  input.addEventListener("input", () => choose("zoek", input.value.trim()))
  return field("zoek", "Zoek in de afspraken", input)
}

async function choose(name, value) {
  chosen[name] = value
  remember()
  await load()
  if (isWhole()) render()
}

function clear() {
  for (const name of Object.keys(chosen)) delete chosen[name]
  inputs.zoek.value = ""
  render()
  remember()
  inputs.zoek.focus()
}

/** The values of a filter that occur in some row, each with the number of those rows. */
function counted(facet) {
  const found = new Map()
  for (const item of rows.filter(item => matches(item, facet)))
    for (const [value, label] of item.values[facet])
      found.set(value, { label, count: (found.get(value)?.count ?? 0) + 1 })
  return [...found].sort(([, a], [, b]) => words.compare(a.label, b.label))
}

function fill(facet) {
  const options = counted(facet).map(([value, { label, count }]) =>
    new Option(isWhole() ? `${label} (${count})` : label, value, false, value === chosen[facet]))
  const all = isWhole() ? rows.filter(item => matches(item, facet)).length : count
  inputs[facet].replaceChildren(new Option(`alle (${all})`, ""), ...options)
  if (chosen[facet] && inputs[facet].value !== chosen[facet])
    inputs[facet].add(new Option(`${chosen[facet]}${isWhole() ? " (0)" : ""}`, chosen[facet], true, true))
}

// Rows -----------------------------------------------------------------------------------------------

const said = document.createElement("p")
said.setAttribute("role", "status")
said.className = "filter-count"

function render() {
  const found = shown()
  body.replaceChildren(...found.map(item => item.row))
  FACETS.forEach(([facet]) => fill(facet))
  inputs.volgorde.value = chosen.volgorde || "nummer"
  if (steps) steps.hidden = found !== first
  said.textContent = `${found.length} van ${count} afspraken${found === first && pages > 1 ? " op deze pagina" : ""}`
  const all = found.length === count || found === first
  note.textContent = all ? "(alle afspraken, voor een rekenblad)" : `(alleen deze ${found.length}, voor een rekenblad)`
}

// The same file with only the lines of the shown commitments, in the order that is shown.
async function save(event) {
  event.preventDefault()
  await load()
  if (!isWhole()) return
  const [head, ...lines] = (await fetch(download.href).then(answer => answer.text())).split("\r\n")
  const line = new Map(lines.map(each => [each.split(",", 1)[0], each]))
  const kept = [head.replace(/^\ufeff/, ""), ...matching().map(item => line.get(item.number)), ""]
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob(["\ufeff", kept.join("\r\n")], { type: "text/csv;charset=utf-8" }))
  link.download = "afspraken.csv"
  link.click()
  URL.revokeObjectURL(link.href)
}

function build() {
  const form = document.createElement("form")
  form.setAttribute("role", "search")
  form.setAttribute("aria-label", "Filters op de afspraken")
  form.addEventListener("submit", event => event.preventDefault())
  for (const come of ["focusin", "pointerover"]) form.addEventListener(come, load)
  const order = chooser("volgorde", "Sorteer op")
  inputs.volgorde.append(...ORDERS.map(([name, label]) => new Option(label, name)))
  const reset = document.createElement("button")
  reset.type = "button"
  reset.textContent = "Wis alle filters"
  reset.addEventListener("click", clear)
  form.append(searchField(), ...FACETS.map(([name, label]) => chooser(name, label)), order, reset)
  place.append(form, said)
  download.addEventListener("click", save)
}

build()
render()
if (isChosen()) load()
