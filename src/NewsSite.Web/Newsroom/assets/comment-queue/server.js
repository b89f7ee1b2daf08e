// Asks the server, and says in words what went wrong.

const api = "/newsroom/api/comments/";

const token = () => document.querySelector("[name=__RequestVerificationToken]").value;

export const ask = async (path, settings = {}) => {
  try {
    const answer = await fetch(api + path, { ...settings, headers: { "Content-Type": "application/json", "X-Antiforgery": token(), ...settings.headers } });
    if (answer.status === 204 || answer.status === 304) return { status: answer.status };
    const body = await answer.json();
    return answer.ok ? { body, answer } : { refusal: body.detail ?? "This could not be done." };
  } catch {
    return { refusal: "The site does not answer. Nothing was decided; try again in a moment." };
  }
};

export const post = (decision) => ask("decisions", { method: "POST", body: JSON.stringify(decision) });
