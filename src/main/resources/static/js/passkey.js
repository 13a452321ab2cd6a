// Asks the browser's WebAuthn for what the page's form says, and posts the answer with the form.
const form = document.getElementById('passkey')
const base64 = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0))
const withBytes = credentials => (credentials ?? []).map(c => ({ ...c, id: bytes(c.id) }))

function options () {
  const given = JSON.parse(form.dataset.options)
  given.challenge = bytes(given.challenge)
  if (given.user) {
    given.user.id = bytes(given.user.id)
    given.excludeCredentials = withBytes(given.excludeCredentials)
  } else {
    given.allowCredentials = withBytes(given.allowCredentials)
  }
  return { publicKey: given }
}

function answer (credential) {
  const given = credential.response
  const response = { clientDataJSON: base64(given.clientDataJSON) }
  if (given.attestationObject) {
    response.attestationObject = base64(given.attestationObject)
    response.transports = given.getTransports ? given.getTransports() : []
  } else {
    response.authenticatorData = base64(given.authenticatorData)
    response.signature = base64(given.signature)
    if (given.userHandle) response.userHandle = base64(given.userHandle)
  }
  return JSON.stringify({
    id: credential.id,
    rawId: base64(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: {}
  })
}

let asking = false
async function ask () {
  if (asking) return
  asking = true
  document.getElementById('passkey-failed').hidden = true
  try {
    const credential = await navigator.credentials[form.dataset.ceremony](options())
    form.elements.answer.value = answer(credential)
    form.submit()
  } catch (e) {
    document.getElementById('passkey-failed').hidden = false
  } finally {
    asking = false
  }
}

if (window.PublicKeyCredential) {
  form.addEventListener('submit', event => { event.preventDefault(); ask() })
  ask()
} else {
  document.getElementById('passkey-unable').hidden = false
  form.querySelector('button').hidden = true
}
