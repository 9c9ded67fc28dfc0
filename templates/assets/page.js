"use strict"

// The menu of small screens, the light and dark scheme, and details that open for what is in them.
// Without this script the menu is a details that opens and closes, and the scheme is that of the device.

{
  const menu = document.querySelector("details.menu")
  const summary = menu.querySelector("summary")

  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !menu.open) return
    menu.open = false
    summary.focus()
  })
  // An open menu lies over the page, so it closes when the focus goes there.
  menu.addEventListener("focusout", event => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false
  })
}

{
  const button = document.querySelector(".scheme-button")
  const device = matchMedia("(prefers-color-scheme: dark)")
  const isDark = () => document.documentElement.dataset.scheme === "dark"
  const show = () => button.setAttribute("aria-pressed", String(isDark()))

  button.addEventListener("click", () => {
    const chosen = isDark() ? "light" : "dark"
    document.documentElement.dataset.scheme = chosen
    const isOfDevice = (chosen === "dark") === device.matches
    try {
      if (isOfDevice) localStorage.removeItem("weergave")
      else localStorage.setItem("weergave", chosen)
    } catch { /* a browser may refuse */ }
    show()
  })
  device.addEventListener("change", show)
  show()
  button.hidden = false
}

// The key / goes to the search field, or to the page with one.
document.addEventListener("keydown", event => {
  const isTyping = event.target.closest("input, textarea, select, [contenteditable]")
  if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  const fields = [...document.querySelectorAll("#question, .front-search input, .site-search input")]
  const field = fields.find(each => each.getClientRects().length)
  if (field) field.focus()
  else document.querySelector(".search-link")?.click()
})

/** Open what the address points at: the folded part of a statement, or what the target is in. */
function openTarget() {
  const target = document.querySelector(":target")
  if (!target) return
  for (let at = target.closest("details"); at; at = at.parentElement.closest("details")) at.open = true
  const folded = target.matches(".statement") && target.querySelector(":scope > details.more")
  if (folded) folded.open = true
}

openTarget()
addEventListener("hashchange", openTarget)

{
  const folded = [...document.querySelectorAll("details.on-this-page")]
  const close = event => { if (event.target.closest("a")) event.currentTarget.open = false }
  for (const each of folded) each.addEventListener("click", close)
}

// On paper: what each sheet says in its margins.
{
  const sheet = document.documentElement.style
  const put = (name, words) => sheet.setProperty(name, JSON.stringify(words?.trim() ?? ""))
  put("--sheet-name", document.querySelector(".site-name")?.textContent)
  put("--sheet-address", document.querySelector("link[rel=canonical]")?.href)
  put("--sheet-day", document.querySelector(".page-foot [data-day]")?.textContent)
}
