// "Print": a button that is there only where this script runs. Without it the page says to print it with the browser.
;(() => {
  for (const button of document.querySelectorAll('.c-print')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
    const words = button.nextElementSibling
    if (words !== null) words.hidden = true
  }
})()
