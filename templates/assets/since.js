"use strict"

// Says what is new since the reader's previous visit. What the reader could see is kept in this browser
// alone; the file with the latest changes is the same for everyone. A page waits for this script before
// it shows what comes next, so that nothing moves: the box has its height before it has its words.

{
  const KEY = "bezoek"
  const OFF = "uit"
  const PAUSE = 4 * 60 * 60 * 1000 // after so long without a list, the next one begins another visit
  const MOST = 20 // more changes are counted, not listed

  const script = document.currentScript
  const { list, explains } = script.dataset
  const file = new URL("../wijzigingen.json", script.src)
  let latest, box, said

  // What is kept: `seen` in this visit, `before` it, and `at` which time. A clock that is wrong does
  // no harm: only the time between two pages counts, and changes are told apart by name and number.

  const isSeen = value => Number.isInteger(value?.count) && Array.isArray(value.changes)

  function kept() {
    const text = localStorage.getItem(KEY)
    if (text === OFF) return OFF
    try {
      const { seen, before, at } = JSON.parse(text)
      return isSeen(seen) ? { seen, before: isSeen(before) ? before : null, at: Number(at) } : {}
    } catch { return {} }
  }

  const keep = value => localStorage.setItem(KEY, value === OFF ? OFF : JSON.stringify(value))

  function arrive() {
    const { seen, before, at } = kept()
    if (!seen) return null
    const now = Date.now()
    const visit = { seen, before: Math.abs(now - at) < PAUSE ? before : seen, at: now }
    keep(visit)
    return visit.before
  }

  const nameOf = change => `${change.naam} ${change.nummer}`

  async function load() {
    latest ??= await fetch(file, { priority: box ? "high" : "low" }).then(answer => answer.json())
    const now = { count: latest.aantal, changes: latest.wijzigingen.map(nameOf) }
    if (!isSeen(now)) throw new TypeError(file)
    const { seen, before } = kept()
    const isOlder = now.count < seen?.count // a copy of the file that lay somewhere for a while
    if (kept() !== OFF) keep({ seen: isOlder ? seen : now, before, at: Date.now() })
  }

  // What is shown

  function element(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties)
    made.append(...children)
    return made
  }

  const link = (address, words) => element("a", { href: new URL(address, file), textContent: words })

  function tell(...content) {
    said.replaceChildren(...content)
    if (!button.isConnected) box.append(said, button) // a button that is moved loses the focus
  }

  function tellNews({ count, changes }) {
    const fresh = latest.wijzigingen.filter(change => !changes.includes(nameOf(change)))
    const here = fresh.filter(change => !list || change.lijsten.includes(list))
    const all = latest.aantal - count
    const [found, where] = fresh.length < all ? [all, " op de hele site"] : [here.length, ""]
    if (all <= 0 || !found) return tell("Hier staat niets nieuws sinds uw vorige bezoek.")
    const words = "Nieuw sinds uw vorige bezoek: "
    const counted = `${found} ${found === 1 ? "wijziging" : "wijzigingen"}${where}`
    if (where || found > MOST) return tell(words, link(latest.overzicht, counted))
    const items = here.map(change => element("li", {}, `${change.wijziging}: `, link(change.adres, change.tekst)))
    tell(element("details", {}, element("summary", { textContent: words + counted }), element("ul", {}, ...items)))
  }

  // On and off

  const button = element("button", { type: "button" })
  button.addEventListener("click", () => {
    const isOff = kept() === OFF
    said.setAttribute("role", "status")
    try { isOff ? localStorage.removeItem(KEY) : keep(OFF) } catch { return }
    if (isOff) load().catch(() => {})
    setTimeout(showChoice)
  })

  function showChoice() {
    const isOff = kept() === OFF
    button.textContent = isOff ? "Weer aanzetten" : "Niet meer tonen"
    tell(isOff ? "Uw browser onthoudt niet wat u zag." : "Bij uw volgende bezoek staat hier wat nieuw is.")
  }

  function begin() {
    const before = arrive()
    const isOff = kept() === OFF
    if (before || explains !== undefined) {
      said = element("div")
      box = element("div", { className: "since" })
      button.textContent = "Niet meer tonen"
      script.before(box)
      if (!before) showChoice()
    }
    if (!isOff) load().then(() => before && tellNews(before)).catch(() => {})
  }

  try { begin() } catch { /* a browser may refuse to keep anything, and then there is no previous visit */ }
}
