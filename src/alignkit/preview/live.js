let known = null;
async function look() {
  try {
    const answer = await fetch("state", { cache: "no-store" });
    const state = await answer.text();
    if (known !== null && state !== known) location.reload();
    known = state;
    document.title = "alignkit preview";
  } catch {
    document.title = "alignkit preview (stopped)";
  }
}
setInterval(look, 700);
look();
