// The list of commitments: a form to filter it, heads that sort it, the number of rows and a download
// of them. Without this script the list is complete, in the order of the document.

import {
  FACETS, ORDERS, chosen, chosenOrder, collator, count, fetchAll, filtering, first, isChosen, isWhole,
  matches, matching, nextOrder, pages, place, remember, rows, shown, table,
} from "./register-rows.js"

const download = document.querySelector(".download")
const file = download.querySelector("a")
const allRows = file.textContent
const steps = document.querySelector("article nav.pages")

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

// Choices ------------------------------------------------------------------------------------------

let loading

/** Load all rows; a page that cannot be fetched is reported, and requested again the next time. */
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
  await fetchAll()
  render()
}

async function choose(choices) {
  Object.assign(chosen, choices)
  remember()
  await load()
  if (isWhole()) render()
}

function clear() {
  for (const name of Object.keys(chosen)) delete chosen[name]
  inputs.zoek.value = ""
  render()
  remember()
  const target = fold.open ? inputs.zoek : summary
  target.focus()
}

// The form -----------------------------------------------------------------------------------------

const inputs = {}
const summary = element("summary")
const fold = element("details", { className: "fold", open: matchMedia("(min-width: 45em)").matches }, summary)
const said = element("span")
const reset = element("button", { type: "button", textContent: "Wis alle filters" })

function field(name, label, input) {
  inputs[name] = Object.assign(input, { name, id: `filter-${name}` })
  return element("p", {}, element("label", { htmlFor: input.id, textContent: label }), input)
}

function chooser(name, label, choices) {
  const select = element("select")
  select.addEventListener("change", () => choose(choices(select.value)))
  return field(name, label, select)
}

function orderChooser() {
  const wrap = chooser("volgorde", "Sorteer op", value => ({ volgorde: value, richting: "" }))
  inputs.volgorde.append(...ORDERS.map(([name, label]) => new Option(label, name)))
  return wrap
}

function searchField() {
  const input = element("input", { type: "search", autocomplete: "off", value: chosen.zoek ?? "" })
  input.addEventListener("input", () => choose({ zoek: input.value.trim() }))
  return field("zoek", "Zoek in de afspraken", input)
}

/** The values of a filter that occur in some row, each with the number of those rows. */
function counted(facet) {
  const found = new Map()
  for (const item of rows.filter(item => matches(item, facet)))
    for (const [value, label] of item.values[facet])
      found.set(value, { label, count: (found.get(value)?.count ?? 0) + 1 })
  return [...found].sort(([, a], [, b]) => collator.compare(a.label, b.label))
}

function fill(facet) {
  const options = counted(facet).map(([value, { label, count }]) =>
    new Option(isWhole() ? `${label} (${count})` : label, value, false, value === chosen[facet]))
  const all = isWhole() ? rows.filter(item => matches(item, facet)).length : count
  inputs[facet].replaceChildren(new Option(`alle (${all})`, ""), ...options)
  if (chosen[facet] && inputs[facet].value !== chosen[facet])
    inputs[facet].add(new Option(`${chosen[facet]}${isWhole() ? " (0)" : ""}`, chosen[facet], true, true))
}

function build() {
  const facets = FACETS.map(([name, label]) => chooser(name, label, value => ({ [name]: value })))
  const form = element("form", {}, searchField(), ...facets, orderChooser())
  form.setAttribute("role", "search")
  form.setAttribute("aria-label", "Filters op de afspraken")
  form.addEventListener("submit", event => event.preventDefault())
  for (const come of ["focusin", "pointerover"]) form.addEventListener(come, load)
  said.setAttribute("role", "status")
  reset.addEventListener("click", clear)
  fold.append(form)
  place.append(fold, element("p", { className: "filter-count" }, said, reset))
  file.addEventListener("click", save)
}

// Heads that sort ----------------------------------------------------------------------------------

const heads = [...table.tHead.querySelectorAll("[data-orders]")]
const isWide = matchMedia("(min-width: 70em)")

const ordersOf = head => head.dataset.orders.split(" ")

/** A head is a button where it can be seen: on narrow screens each row is a block without heads. */
function fillHeads() {
  for (const head of heads) {
    const button = element("button", { type: "button", textContent: head.textContent })
    button.addEventListener("click", () => choose(nextOrder(ordersOf(head))))
    head.replaceChildren(isWide.matches ? button : head.textContent)
  }
}

function markHeads() {
  const { name, direction } = chosenOrder()
  for (const head of heads)
    if (ordersOf(head).includes(name)) head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending")
    else head.removeAttribute("aria-sort")
}

// Rows ---------------------------------------------------------------------------------------------

function render() {
  const found = shown()
  table.tBodies[0].replaceChildren(...found.map(item => item.row))
  FACETS.forEach(([facet]) => fill(facet))
  inputs.volgorde.value = chosenOrder().name
  markHeads()
  if (steps) steps.hidden = found !== first
  table.hidden = download.hidden = !found.length
  tell(found, found === first && pages > 1)
}

/** Say which rows these are, in words that are true for every choice. */
function tell({ length }, isPart) {
  const number = filtering().length
  const rowsOf = length === count ? `${count} ${count === 1 ? "afspraak" : "afspraken"}` : `${length} van ${count} afspraken`
  const which = `${rowsOf}${isPart ? " op deze pagina" : ""}, ${chosenOrder().inWords}`
  said.textContent = length ? which : "Geen afspraken met deze keuze."
  table.caption.textContent = said.textContent
  const some = length === 1 ? "Download deze afspraak (CSV)" : `Download deze ${length} afspraken (CSV)`
  file.textContent = length === count || isPart ? allRows : some
  summary.textContent = number ? `Filters (${number} gekozen)` : "Filters"
  reset.hidden = !number
}

// The same file with only the lines of the shown commitments, in the order that is shown.
async function save(event) {
  event.preventDefault()
  await load()
  if (!isWhole()) return
  const whole = new TextDecoder("utf-16le").decode(await fetch(file.href).then(answer => answer.arrayBuffer()))
  const [head, ...lines] = whole.split("\r\n")
  const line = new Map(lines.map(each => [each.split('"', 2)[1], each]))
  const kept = [head, ...matching().map(item => line.get(item.number)), ""]
  const content = new Blob([inUtf16(`\ufeff${kept.join("\r\n")}`)], { type: "text/csv;charset=utf-16" })
  const link = element("a", { href: URL.createObjectURL(content), download: "afspraken.csv" })
  link.click()
  URL.revokeObjectURL(link.href)
}

function inUtf16(text) {
  const bytes = new DataView(new ArrayBuffer(2 * text.length))
  for (let at = 0; at < text.length; at += 1) bytes.setUint16(2 * at, text.charCodeAt(at), true)
  return bytes
}

build()
fillHeads()
render()
isWide.addEventListener("change", fillHeads)
if (isChosen()) load()
