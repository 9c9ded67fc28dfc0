"use strict"

// Sends an anchor that is no longer on its page to its permalink, turns addresses into buttons, and
// puts the reader's date in citations. Without this script all of them are on the page as text.

const MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split(" ")

const today = new Date()
const inWords = `${today.getDate()} ${MONTHS[today.getMonth()]} ${today.getFullYear()}`
const inFigures = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
  .map(part => String(part).padStart(2, "0")).join("/")

const status = document.createElement("p")
status.setAttribute("role", "status")
status.className = "said"
document.body.append(status)

function say(words) {
  status.textContent = ""
  requestAnimationFrame(() => { status.textContent = words })
}

async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text)
    say(`${what} gekopieerd`)
  } catch {
    say(`Kopiëren lukt niet. Kopieer zelf: ${text}`)
  }
}

function button(words, label, action, kind = "") {
  const made = document.createElement("button")
  made.type = "button"
  made.className = kind
  made.textContent = words
  made.setAttribute("aria-label", label)
  made.addEventListener("click", action)
  return made
}

function fillDay(root) {
  for (const mark of root.querySelectorAll(".consulted"))
    mark.textContent = mark.textContent.includes("/") ? inFigures : inWords
}

function addCopyButtons(root) {
  for (const cited of root.querySelectorAll("pre.citation")) {
    const name = cited.previousElementSibling.textContent.trim()
    cited.after(button("Kopieer", `Kopieer de verwijzing als ${name}`, () => copy(cited.textContent, `Verwijzing (${name})`)))
  }
  for (const code of root.querySelectorAll("pre.embed"))
    code.after(button("Kopieer", "Kopieer de code voor uw eigen site", () => copy(code.textContent, "Code")))
}

// An anchor of earlier content redirects to its permalink, and a permalink to the current page.

function wantedAnchor() {
  try { return decodeURIComponent(location.hash.slice(1)) } catch { return "" }
}

function leadOn() {
  const anchor = wantedAnchor()
  const here = anchor && document.getElementById(anchor)
  const former = here && here.closest(".former") && here.querySelector("a")
  const forward = document.documentElement.dataset.forward
  const folded = here && here.closest("details")
  if (folded) folded.open = true
  if (former) location.replace(former.href)
  else if (forward && !here) location.replace(new URL(forward.split("#")[0] + (location.hash || forwardHash(forward)), location.href))
  else if (anchor && !here) followLostAnchor(anchor)
}

function forwardHash(forward) {
  return forward.includes("#") ? `#${forward.split("#")[1]}` : ""
}

fillDay(document)
addCopyButtons(document)

// On a page of the site -----------------------------------------------------------------------------

function root() {
  const icon = document.querySelector("link[rel=icon]")
  return new URL(icon.getAttribute("href").replace(/assets\/.*$/, ""), location.href)
}

async function followLostAnchor(name) {
  if (!/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(name)) return
  const permalink = new URL(`id/${name}/`, root())
  const known = await fetch(permalink, { method: "HEAD" }).then(answer => answer.ok, () => false)
  if (known || /^[A-Z]{2,5}-[0-9]+$/.test(name)) location.replace(permalink)
}

window.addEventListener("hashchange", leadOn)
leadOn()

async function cite(name, address, opener) {
  const page = await fetch(address).then(answer => answer.text(), () => null)
  if (!page) { location.assign(`${address}#citeren`); return }
  const section = new DOMParser().parseFromString(page, "text/html").getElementById("citeren")
  const heading = section.querySelector("h2")
  heading.textContent = `${name} citeren`
  fillDay(section)
  addCopyButtons(section)
  const dialog = citingDialog(heading, [...section.children].filter(part => part !== heading))
  dialog.addEventListener("close", () => { document.body.append(status); dialog.remove(); opener.focus() })
  document.body.append(dialog)
  dialog.showModal()
}

// The status is in the dialog while that is open: what is outside of it is neither seen nor heard.

function citingDialog(heading, content) {
  const dialog = document.createElement("dialog")
  dialog.className = "citing md-typeset"
  dialog.setAttribute("aria-label", heading.textContent)
  const head = document.createElement("header")
  head.className = "citing-head"
  const close = button("Sluit", "Sluit het venster", () => dialog.close(), "citing-close")
  close.autofocus = true
  head.append(heading, close)
  const body = document.createElement("div")
  body.className = "citing-body"
  body.append(...content)
  dialog.append(head, body, status)
  return dialog
}

// The address of a permalink as others reach it: a copy of the site may be shown at another address.

function published(link) {
  const canonical = document.querySelector("link[rel=canonical]")
  return new URL(link.getAttribute("href"), canonical ? canonical.href : location.href).href
}

// Puts the two buttons of a statement in the place of its permalink. In `.permalink[data-name]` is
// a link to the permalink, whatever its text; what else is in it, goes.

function addStatementButtons(item) {
  const name = item.dataset.name
  const link = item.querySelector("a[href]")
  if (!link) return
  const address = published(link)
  const copying = button("Kopieer link", `Kopieer link naar ${name}`, () => copy(address, "Link"), "permalink-copy")
  const citing = button("Citeer", `Citeer ${name}`, () => cite(name, link.href, citing), "permalink-cite")
  item.replaceChildren(copying, citing)
  item.dataset.address = address // for print, where buttons are not shown
  item.classList.add("permalink--buttons")
}

document.querySelectorAll(".permalink[data-name]").forEach(addStatementButtons)

// On the 404 page: names a permalink that never existed ------------------------------------------------

const unknown = document.querySelector("[data-unknown]")
const wanted = location.pathname.match(/\/id\/([^/]+)\//)
if (unknown && wanted) {
  unknown.querySelector("[data-name]").textContent = decodeURIComponent(wanted[1])
  unknown.hidden = false
}
