// Reads a chosen file into the box for a policy's text. Nothing is sent: without this script one pastes.
;(() => {
  const text = document.querySelector('textarea[data-import]')
  if (!text) return
  const group = document.createElement('div')
  group.className = 'govuk-form-group'
  const label = document.createElement('label')
  label.className = 'govuk-label govuk-label--s'
  label.htmlFor = 'file'
  label.textContent = 'Choose the file of a policy'
  const hint = document.createElement('div')
  hint.className = 'govuk-hint'
  hint.id = 'file-hint'
  hint.textContent = 'It is read into the box below and stays on this computer until you save'
  const said = document.createElement('p')
  said.className = 'govuk-error-message'
  said.setAttribute('role', 'alert')
  said.hidden = true
  const file = document.createElement('input')
  file.type = 'file'
  file.id = 'file'
  file.className = 'govuk-file-upload'
  file.accept = '.yaml,.yml,.txt'
  file.setAttribute('aria-describedby', hint.id)
  const most = Number(text.dataset.import)
  const read = async () => {
    const chosen = file.files[0]
    if (!chosen) return
    said.hidden = chosen.size <= most
    said.textContent = `This file is too large: a policy has at most ${most / 1024} KB`
    if (chosen.size > most) return
    text.value = await chosen.text()
    text.focus()
    text.setSelectionRange(0, 0)
  }
  file.addEventListener('change', () => void read())
  group.append(label, hint, said, file)
  text.closest('.govuk-form-group').before(group)
})()
