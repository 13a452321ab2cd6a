// The page works without this file: then it is loaded anew every few seconds. Here only what has changed is.
const PAUSE = 3000

async function look () {
  const progress = document.getElementById('progress')
  if (progress.dataset.unfinished !== 'true') {
    return
  }
  try {
    const answer = await fetch(window.location.href, { headers: { Accept: 'text/html' } })
    if (answer.ok && !answer.redirected) {
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
      if (fresh.getElementById('progress')?.dataset.unfinished !== 'true') {
        window.location.reload() // done: the downloads and the whole table
        return
      }
      for (const id of ['progress', 'table']) {
        const part = document.getElementById(id)
        if (!part.contains(document.activeElement)) {
          part.innerHTML = fresh.getElementById(id).innerHTML
        }
      }
    }
  } catch {
    // the network or the service is away for a moment
  }
  setTimeout(look, PAUSE)
}

setTimeout(look, PAUSE)
