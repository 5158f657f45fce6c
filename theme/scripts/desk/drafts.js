/* Drafts that the browser keeps, and the steps back and forth. A draft is of one sidecar: where that has changed
   since, it is shown as what it is, and not put over the other. */
import { material } from "../shell/material.js";

const MOST = 200;

const keyOfDraft = (page) => `banmian.desk.${page.id}`;

export class Steps {
  constructor(page, start) {
    this.page = page;
    this.states = [start];
    this.at = 0;
  }

  get state() {
    return this.states[this.at];
  }

  take(state) {
    if (JSON.stringify(state) === JSON.stringify(this.state)) return;
    this.states = this.states.slice(Math.max(0, this.at + 1 - MOST), this.at + 1).concat([state]);
    this.at = this.states.length - 1;
    this.keep();
  }

  back() {
    if (this.at > 0) this.at--;
    this.keep();
  }

  forth() {
    if (this.at < this.states.length - 1) this.at++;
    this.keep();
  }

  keep() {
    const draft = this.at ? { text: this.page.text, state: this.state } : null;
    material.__md_set(keyOfDraft(this.page), draft);
  }

  forget() {
    material.__md_set(keyOfDraft(this.page), null);
  }
}

/* A draft that was left, or nothing; `stale` where it was made over another sidecar. */
export function leftDraft(page) {
  const draft = material.__md_get(keyOfDraft(page));
  if (!draft || typeof draft !== "object" || !isState(draft.state)) return null;
  return { state: draft.state, stale: draft.text !== page.text };
}

const PARTS = ["issue", "lines", "items", "authors", "tags"];

function isState(state) {
  return Boolean(state) && PARTS.every((part) => Object(state[part]) === state[part]) &&
    Array.isArray(state.checked) && Array.isArray(state.withdrawn) &&
    Object.values(state.lines).every((own) => own && Array.isArray(own.misprints));
}
