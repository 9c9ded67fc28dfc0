"use strict"

// The menu on small screens: a button opens it, keys move through it, Escape closes it.

{
  const button = document.querySelector(".menu-button")
  const toggle = document.getElementById("__drawer")
  const menu = document.querySelector(".md-sidebar--primary")
  menu.id = "menu"

  const show = open => {
    toggle.checked = open
    toggle.dispatchEvent(new Event("change"))
    button.setAttribute("aria-expanded", String(open))
    if (open) menu.querySelector("a").focus()
  }

  button.addEventListener("click", () => show(!toggle.checked))
  toggle.addEventListener("change", () => button.setAttribute("aria-expanded", String(toggle.checked)))
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !toggle.checked) return
    show(false)
    button.focus()
  })
  menu.addEventListener("focusout", event => {
    if (toggle.checked && event.relatedTarget && !menu.contains(event.relatedTarget)) show(false)
  })
}
