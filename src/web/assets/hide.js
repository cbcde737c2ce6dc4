// "Hide this screen": replaces this page in the history with a neutral one. Esc three times does the same.
// Without this script the link still works; it then leaves a step back.
;(() => {
  const link = document.querySelector('.c-hide')
  if (link === null) return
  const hide = () => {
    document.title = 'Notes'
    document.body.hidden = true
    location.replace(link.href)
  }
  let pressed = 0
  let last = 0
  link.addEventListener('click', (event) => {
    event.preventDefault()
    hide()
  })
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.repeat) return
    pressed = event.timeStamp - last < 2000 ? pressed + 1 : 1
    last = event.timeStamp
    if (pressed === 3) hide()
  })
})()
