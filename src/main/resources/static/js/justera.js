// Everything works without this file: it only makes GOV.UK Frontend's components a little more comfortable.
import { initAll } from '/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

// a text that is to be pasted elsewhere: a button that copies it, where the browser lets us
document.querySelectorAll('[data-copies]').forEach(button => {
  if (!navigator.clipboard) return
  const told = button.parentElement.querySelector('[role=status]')
  button.parentElement.hidden = false
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).value)
    told.textContent = told.dataset.copied
  })
})
