// Checks a policy while its text or one of its forms is being written. Without this script the Check button does the same.
;(() => {
  const form = document.querySelector('form[data-check]')
  const said = document.getElementById('said')
  if (!form || !said) return
  let timer
  let asked = 0
  const ask = async () => {
    const mine = ++asked
    try {
      const answer = await fetch(form.dataset.check, {
        method: 'POST',
        headers: { accept: 'text/html' },
        body: new URLSearchParams(new FormData(form)),
      })
      if (!answer.ok || mine !== asked) return
      const panel = new DOMParser().parseFromString(await answer.text(), 'text/html')
      said.replaceChildren(...panel.body.childNodes)
    } catch {
      // No connection: the text stays, and the Check button says what is wrong.
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void ask(), 700)
  })
  // A place in the file is gone to.
  said.addEventListener('click', (event) => {
    const line = Number(event.target.closest?.('[data-line]')?.dataset.line)
    const text = form.querySelector('textarea')
    if (!line || !text) return
    const lines = text.value.split('\n')
    const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
    text.focus()
    text.setSelectionRange(start, start + (lines[line - 1] ?? '').length)
  })
})()
