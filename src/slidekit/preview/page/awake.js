/**
 * A screen that stays on for as long as the page is looked at, where the browser lets it (W3C Screen Wake Lock): on
 * this machine, and not over plain HTTP, by which phones follow.
 * @module
 */

export function stayAwake() {
  const ask = () => {
    if (document.visibilityState === "visible") navigator.wakeLock?.request("screen").catch(() => {}); // battery low
  };
  document.addEventListener("visibilitychange", ask); // what is hidden loses it
  ask();
}
