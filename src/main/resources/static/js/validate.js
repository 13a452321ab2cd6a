// The page works without this file: it only tells sooner what the server would tell.
const form = document.getElementById('upload')
const busy = document.getElementById('busy')

form.addEventListener('submit', (event) => {
  const file = form.querySelector('input[type=file]').files[0]
  const limit = Number(form.dataset.limit) * 1024 * 1024
  if (file && limit > 0 && file.size > limit) {
    event.preventDefault()
    busy.textContent = form.dataset.large
    busy.className = 'govuk-error-message'
    return
  }
  if (file) {
    busy.textContent = form.dataset.busy
    busy.className = 'govuk-body'
  }
})
// a page that comes back by the browser's own button is not busy any more
window.addEventListener('pageshow', event => { if (event.persisted) busy.textContent = '' })
