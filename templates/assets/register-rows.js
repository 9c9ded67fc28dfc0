// The rows of the table of commitments, and which of them a reader chooses, in which order. The
// choices are in the address, so that they can be shared.

export const table = document.querySelector("[data-register]")
export const place = document.querySelector("[data-filters]")
export const first = [...table.tBodies[0].rows].map(readRow)
export let rows = first
export const count = Number(place.dataset.count ?? rows.length)
export const pages = Number(place.dataset.pages ?? 1)

const DOCUMENT = "documents" in place.dataset ? "de documenten" : "het document"
export const FACETS = [
  ["thema", "Thema of hoofdstuk"], ["partij", "Partij"], ["instrument", "Instrument"],
  ["termijn", "Termijn"], ["status", "Status"],
]
/** The name of an order in the address, its words in a list and in a sentence, its direction. */
export const ORDERS = [
  ["nummer", `Volgorde van ${DOCUMENT}`, `in de volgorde van ${DOCUMENT}`, 1],
  ["afspraak", "Afspraak (A–Z)", "gesorteerd op afspraak", 1],
  ["status", "Status", "gesorteerd op status", 1],
  ["feit", "Laatste feit", "gesorteerd op laatste feit", -1],
  ["thema", "Thema of hoofdstuk", "gesorteerd op thema", 1],
  ["termijn", "Termijn", "gesorteerd op termijn", 1],
]
const DIRECTIONS = { oplopend: 1, aflopend: -1 }
/** Statuses had other names in addresses before. */
const RENAMED = { "geen-voortgang-bekend": "onbekend", "niet-vastgesteld": "onbeslist" }
export const collator = new Intl.Collator("nl", { numeric: true })

function readRow(row) {
  const values = {}
  for (const cell of row.querySelectorAll("[data-facet]")) {
    const named = cell.querySelector("[data-name], .unseen")
    const links = named ? [] : [...cell.querySelectorAll("a")]
    const found = links.map(link => [link.pathname.split("/").at(-2), link.textContent])
    const label = (named ?? cell).textContent.trim()
    if (!found.length) found.push([cell.dataset.value ?? label.replaceAll(" ", "-"), label])
    values[cell.dataset.facet] = new Map(found)
  }
  const [, status, fact, part, , deadline] = row.cells
  const { number } = row.dataset
  const keys = {
    nummer: number, afspraak: row.querySelector(".row-words").textContent, thema: part.textContent,
    status: status.dataset.sort, feit: fact.dataset.sort, termijn: deadline.dataset.sort,
  }
  return { row, values, keys, number, text: plain(row.textContent) }
}

function plain(text) {
  return text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase()
}

// The further pages of a long table, fetched only when a reader uses the filters -------------------

export const isWhole = () => rows.length === count

export async function fetchAll() {
  const numbers = Array.from({ length: pages - 1 }, (_, at) => at + 2)
  const further = await Promise.all(numbers.map(number => fetchRows(new URL(`pagina-${number}/`, location.href))))
  rows = [...first, ...further.flat()]
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

export const chosen = Object.fromEntries(new URLSearchParams(location.search))
if (Object.hasOwn(RENAMED, chosen.status)) chosen.status = RENAMED[chosen.status]

const FILTERS = ["zoek", ...FACETS.map(([facet]) => facet)]

/** The names of the filters that are used. */
export const filtering = () => FILTERS.filter(name => chosen[name])
export const isChosen = () => filtering().length > 0 || Boolean(chosen.volgorde || chosen.richting)

export function matches(item, except) {
  const wanted = plain(chosen.zoek ?? "").split(/\s+/).filter(Boolean)
  return wanted.every(word => item.text.includes(word)) && FACETS.every(([facet]) =>
    facet === except || !chosen[facet] || item.values[facet].has(chosen[facet]))
}

/** The rows on the page: of a long table the first ones, until something is chosen. */
export function shown() {
  return pages > 1 && !(isWhole() && isChosen()) ? first : matching()
}

/** The chosen order, with the direction that is its own unless another one is chosen. */
export function chosenOrder() {
  const [name, , inWords, own] = ORDERS.find(([name]) => name === chosen.volgorde) ?? ORDERS[0]
  const direction = Object.hasOwn(DIRECTIONS, chosen.richting) ? DIRECTIONS[chosen.richting] : own
  return { name, direction, inWords: inWords + (direction === own ? "" : ", omgekeerd") }
}

/** Sort by the first of some orders, or turn around the one of them that is chosen. */
export function nextOrder(names) {
  const current = chosenOrder()
  const name = names.includes(current.name) ? current.name : names[0]
  const own = ORDERS.find(([each]) => each === name)[3]
  const direction = name === current.name ? -current.direction : own
  const [words] = Object.entries(DIRECTIONS).find(([, sign]) => sign === direction)
  return { volgorde: name === ORDERS[0][0] ? "" : name, richting: direction === own ? "" : words }
}

/** The rows that match, in the chosen order; those without a value come last in both directions. */
export function matching() {
  const { name, direction } = chosenOrder()
  const compare = (a, b) => !a.keys[name] - !b.keys[name] || direction * collator.compare(a.keys[name], b.keys[name])
  const found = rows.filter(item => matches(item))
  return found.toSorted((a, b) => compare(a, b) || collator.compare(a.number, b.number))
}

export function remember() {
  const kept = Object.entries(chosen).filter(([name, value]) =>
    value && [...FILTERS, "volgorde", "richting"].includes(name))
  const query = new URLSearchParams(kept).toString()
  history.replaceState(null, "", location.pathname + (query && `?${query}`) + location.hash)
}
