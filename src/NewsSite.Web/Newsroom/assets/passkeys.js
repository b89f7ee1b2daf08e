// Passkeys: asks the server for the question, the browser for the answer, and sends the answer with the page's form.

const problem = (form, text) => {
  const line = form.querySelector("[role=alert]");
  line.textContent = text;
  line.hidden = text === "";
};

const question = async (form) => {
  const answer = await fetch(form.dataset.options, {
    method: "POST",
    headers: { "X-Antiforgery": form.elements["__RequestVerificationToken"].value },
  });
  if (!answer.ok) throw new Error((await answer.json()).detail);
  return answer.json();
};

const send = (form, credential) => {
  form.elements["Credential"].value = JSON.stringify(credential);
  form.submit();
};

const wordsFor = (error) => {
  switch (error.name) {
    case "NotAllowedError": return "Nothing was done: the device was not unlocked, or it took too long.";
    case "InvalidStateError": return "This device has a passkey for your account already.";
    case "SecurityError": return "Passkeys belong to one address. Open the newsroom under the site’s own address, and try again.";
    default: return error.message;
  }
};

const known = window.PublicKeyCredential?.parseRequestOptionsFromJSON !== undefined;

const signIn = document.querySelector("#passkey-sign-in");
if (signIn && known) {
  signIn.hidden = false;
  const waiting = new AbortController();
  // One question after the other: the server knows only the last one it asked.
  let asked = Promise.resolve();
  const ask = async (extra) => {
    asked = asked.catch(() => {}).then(() => question(signIn));
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await asked);
    return navigator.credentials.get({ publicKey, ...extra });
  };
  const keep = document.querySelector("form:not(#passkey-sign-in) input[name=Keep]");
  const finish = (credential) => {
    if (!credential) return;
    signIn.elements["Keep"].value = keep?.checked ? "true" : "false";
    send(signIn, credential);
  };
  signIn.querySelector("button").addEventListener("click", async () => {
    waiting.abort();
    problem(signIn, "");
    try {
      finish(await ask({}));
    } catch (error) {
      problem(signIn, wordsFor(error));
    }
  });
  // Offers passkeys where the browser fills in the e-mail address. Nobody asked for it, so nobody is told when it fails.
  (async () => {
    if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
    finish(await ask({ mediation: "conditional", signal: waiting.signal }));
  })().catch(() => {});
}

const creation = document.querySelector("#passkey-creation");
if (creation && known && window.isSecureContext) {
  creation.querySelector("[data-without]").hidden = true;
  const button = creation.querySelector("button");
  button.disabled = false;
  const make = async () => {
    problem(creation, "");
    try {
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await question(creation));
      const credential = await navigator.credentials.create({ publicKey });
      if (credential) send(creation, credential);
    } catch (error) {
      problem(creation, wordsFor(error));
    }
  };
  button.addEventListener("click", make);
  creation.addEventListener("submit", (event) => {
    event.preventDefault();
    make();
  });
}
