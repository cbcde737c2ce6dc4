// Folds the menu on a phone, as GOV.UK's own script does. Without this script the menu is open.
;(() => {
  const button = document.querySelector('.govuk-js-service-navigation-toggle')
  const list = document.getElementById('navigation')
  if (button === null || list === null) return
  const wide = matchMedia('(min-width: 40.0625em)')
  let isOpen = false
  const show = () => {
    button.hidden = wide.matches
    if (wide.matches) button.setAttribute('aria-hidden', 'true')
    else button.removeAttribute('aria-hidden')
    button.setAttribute('aria-expanded', String(isOpen))
    button.classList.toggle('govuk-service-navigation__toggle--open', isOpen)
    list.hidden = !wide.matches && !isOpen
  }
  button.addEventListener('click', () => {
    isOpen = !isOpen
    show()
  })
  wide.addEventListener('change', show)
  show()
})()
