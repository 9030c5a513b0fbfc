"use strict";
(() => {
  const words = JSON.parse(document.getElementById("words").textContent);
  const at = id => document.getElementById(id);
  const [form, site, key, keep, files, drop, chosen, trouble, state, results] =
    ["form", "site", "key", "keep", "files", "drop", "chosen", "trouble", "state", "results"].map(at);
  const buttons = [at("check"), at("send")];
  const patience = 300000;
  const shownIssues = 50;
  let picked = [];

  const say = (name, values = {}) => words[name].replace(/\{([A-Za-z]+)\}/g, (_, hole) => String(values[hole] ?? ""));
  const count = (name, n) => say(name + (n === 1 ? ".one" : ".many"), { count: n });
  const visible = text => String(text ?? "").replace(/[\p{Cc}\p{Cf}]/gu, letter => "[U+" + letter.codePointAt(0).toString(16).toUpperCase().padStart(4, "0") + "]");
  const wait = time => new Promise(go => setTimeout(go, time));

  function element(kind, text, facts = {}) {
    const made = document.createElement(kind);
    if (text !== undefined) made.textContent = visible(text);
    for (const [name, value] of Object.entries(facts)) made.setAttribute(name, value);
    return made;
  }

  class Trouble extends Error {}

  function complain(text) {
    trouble.textContent = visible(text);
    trouble.hidden = false;
    trouble.scrollIntoView({ block: "nearest" });
  }

  function ask(method, path, options = {}) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(method, path);
      request.responseType = options.type ?? "text";
      request.setRequestHeader("x-ssc-site-key", key.value.trim());
      request.setRequestHeader("Accept", options.accept ?? "application/json");
      if (options.name !== undefined) {
        request.setRequestHeader("x-ssc-document", encodeURIComponent(options.name));
        request.setRequestHeader("Content-Type", "application/octet-stream");
      }
      if (options.progress) request.upload.onprogress = event => event.lengthComputable && options.progress(event.loaded / event.total);
      request.onload = () => resolve(request);
      request.onerror = () => reject(new Trouble(say("trouble.network")));
      request.send(options.body ?? null);
    });
  }

  function refusal(request, file) {
    if (request.status === 401 || request.status === 403) return new Trouble(say("trouble.entry"));
    if (request.status === 413) return new Trouble(say("trouble.large", { file }));
    let problem = {};
    try { problem = JSON.parse(request.responseText); } catch { problem = { detail: String(request.status) }; }
    return request.status >= 500 || request.status === 408 || request.status === 429
      ? new Trouble(say("trouble.ours", { file, id: problem.id ?? request.status }))
      : new Trouble(say("trouble.refused", { file, detail: [problem.detail, problem.fix].filter(Boolean).join(" ") }));
  }

  const siteAddress = () => "sites/" + encodeURIComponent(site.value.trim());

  function inputs(items) {
    const code = site.value.trim();
    if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(code)) return [site, "trouble.site"];
    if (key.value.trim() === "") return [key, "trouble.key"];
    if (items.length === 0) return [files, "trouble.files"];
    const names = items.map(item => item.name.trim());
    if (names.some(name => name === "") || new Set(names).size < names.length) return [chosen.querySelector("input"), "trouble.name"];
    return null;
  }

  function list() {
    chosen.replaceChildren(...picked.map((item, index) => {
      const line = element("li");
      const id = "name-" + index;
      const label = element("label", say("name.label", { file: item.file.name }), { for: id });
      const name = element("input", undefined, { id, type: "text", maxlength: "400", autocomplete: "off", spellcheck: "false" });
      name.value = item.name;
      name.addEventListener("input", () => { item.name = name.value; });
      const remove = element("button", say("remove"), { type: "button", "aria-label": visible(say("remove.one", { file: item.file.name })) });
      remove.addEventListener("click", () => { picked = picked.filter(other => other !== item); list(); files.focus(); });
      const field = element("div");
      field.append(label, name);
      line.append(field, remove);
      return line;
    }));
  }

  const pick = added => { picked = picked.concat(Array.from(added, file => ({ file, name: file.name }))); trouble.hidden = true; list(); };

  function remember() {
    try {
      if (keep.checked) sessionStorage.setItem("ssc", JSON.stringify([site.value, key.value]));
      else sessionStorage.removeItem("ssc");
    } catch { keep.checked = false; }
  }

  function recall() {
    try {
      const kept = JSON.parse(sessionStorage.getItem("ssc") ?? "null");
      if (kept) { [site.value, key.value] = kept; keep.checked = true; }
    } catch { keep.checked = false; }
    if (site.value === "" && /^#[a-z0-9-]+$/.test(location.hash)) site.value = location.hash.slice(1);
  }

  async function receiptOf(sent) {
    const base = siteAddress() + "/submissions";
    const until = Date.now() + patience;
    let id = sent.submissionId;
    for (let pause = 400; Date.now() < until; pause = Math.min(pause * 1.3, 3000)) {
      await wait(pause);
      const answer = await ask("GET", base + "/" + id + "/receipt");
      if (answer.status === 200) {
        const receipt = JSON.parse(answer.responseText);
        if (receipt.document === sent.document) return receipt;
        const all = JSON.parse((await ask("GET", base + "?top=100")).responseText);
        id = all.find(one => one.document === sent.document && one.submissionId.slice(0, 15) === id.slice(0, 15))?.submissionId ?? id;
      } else if (answer.status !== 202 && answer.status !== 404) {
        throw refusal(answer, sent.document);
      }
    }
    throw new Trouble(say("trouble.late", { file: sent.document }));
  }

  function verdict(receipt) {
    const { withheld: values } = receipt.values;
    const { withheld: rows } = receipt.rows;
    const issues = Object.values(receipt.issuesByCheck).reduce((sum, n) => sum + n, 0);
    switch (receipt.status) {
      case "Accepted": return ["good", say("verdict.accepted")];
      case "AcceptedWithWarnings": return ["warn", count("verdict.warnings", Math.max(issues, receipt.issues.length))];
      case "PartiallyAccepted": return ["warn", values === 0 ? count("verdict.partly.rows", rows)
        : rows === 0 ? count("verdict.partly.values", values)
        : say("verdict.partly.both", { values: count("values", values), rows: count("rows", rows) })];
      case "Rejected": return ["bad", say("verdict.rejected")];
      case "Duplicate": return ["warn", say("verdict.duplicate")];
      default: return ["bad", say("verdict.failed")];
    }
  }

  const quoted = sheet => /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? sheet : "'" + sheet.replaceAll("'", "''") + "'";

  function place(issue) {
    const where = issue.sheet && issue.cell ? quoted(issue.sheet) + "!" + issue.cell
      : issue.sheet ? say("place.sheet", { sheet: issue.sheet }) : issue.cell || say("place.file");
    const line = element("p", undefined, { class: "place" });
    line.append(issue.cell ? element("code", where) : element("bdi", where));
    if (issue.subject) line.append(" · ", element("bdi", say("subject", { subject: issue.subject })));
    line.append(" · ", element("span", issue.check, { class: "id" }));
    return line;
  }

  function issueList(receipt) {
    const parts = [];
    const total = receipt.issues.length;
    let left = shownIssues;
    for (const severity of ["Fatal", "Error", "Warning"]) {
      const issues = receipt.issues.filter(issue => issue.severity === severity).slice(0, left);
      if (issues.length === 0) continue;
      left -= issues.length;
      const all = element("ul", undefined, { class: "issues" });
      for (const issue of issues) {
        const item = element("li", undefined, { class: severity.toLowerCase() });
        const fix = element("p");
        fix.append(element("strong", say("issue.fix")), " ", element("bdi", issue.fix));
        const message = element("p");
        message.append(element("bdi", issue.message));
        item.append(place(issue), message, fix);
        if (issue.suggestion) item.append(element("p", say("issue.suggestion", { value: issue.suggestion })));
        if (issue.suggestion === "") item.append(element("p", say("issue.empty")));
        all.append(item);
      }
      parts.push(element("h3", say("issues." + severity.toLowerCase())), all);
    }
    if (total > shownIssues) parts.push(element("p", say("issue.more", { count: total - shownIssues }), { class: "note" }));
    return parts;
  }

  function save(blob, name) {
    const address = URL.createObjectURL(blob);
    const link = element("a", undefined, { href: address });
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  const plainName = document => document.split("/").pop();
  const withEnd = (document, end) => plainName(document).replace(/\.[^.]*$/, "") + end;

  async function fetched(path, options, file) {
    const answer = await ask("GET", path, options);
    if (answer.status !== 200) throw answer.responseType === "text" ? refusal(answer, file) : new Trouble(say("trouble.ours", { file, id: answer.status }));
    return answer.response;
  }

  const guarded = work => async () => {
    trouble.hidden = true;
    try { await work(); } catch (fault) {
      if (!(fault instanceof Trouble)) throw fault;
      complain(fault.message);
    }
  };

  function button(text, work) {
    const made = element("button", text, { type: "button" });
    made.addEventListener("click", guarded(work));
    return made;
  }

  // The receipt's own page, in a frame that may run nothing and reach nothing.
  function fullReceipt(receipt, base) {
    const fold = element("details");
    const frame = element("iframe", undefined, { sandbox: "allow-popups allow-popups-to-escape-sandbox", title: visible(say("heading.sent", { file: receipt.document })), hidden: "" });
    fold.append(element("summary", say("full")), frame);
    fold.addEventListener("toggle", guarded(async () => {
      if (!fold.open || !frame.hidden) return;
      const html = await fetched(base + "/receipt", { accept: "text/html" }, receipt.document);
      const page = new DOMParser().parseFromString(html, "text/html");
      for (const link of page.querySelectorAll("a[href]")) {
        const target = link.getAttribute("href");
        if (target.startsWith("https:")) { link.target = "_blank"; link.rel = "noopener noreferrer"; }
        else if (!target.startsWith("#")) link.replaceWith(...link.childNodes);
      }
      frame.srcdoc = "<!DOCTYPE html>" + page.documentElement.outerHTML;
      frame.hidden = false;
    }));
    return fold;
  }

  function correction(document, sends) {
    const part = element("div", undefined, { class: "correct" });
    const id = "correct-" + results.childElementCount + "-" + Date.now();
    const input = element("input", undefined, { id, type: "file", accept: files.accept });
    input.addEventListener("change", () => input.files.length > 0 && run([{ file: input.files[0], name: document }], sends));
    part.append(element("label", say(sends ? "correct" : "recheck"), { for: id }), input, element("p", say("correct.note"), { class: "note" }));
    return part;
  }

  function show(card, receipt, isSent) {
    const [tone, sentence] = verdict(receipt);
    const parts = [element("h2", say(isSent ? "heading.sent" : "heading.checked", { file: receipt.document }), { tabindex: "-1" })];
    if (isSent) parts.push(element("p", say("submission", { id: receipt.submissionId }), { class: "meta" }));
    else parts.push(element("p", say("checked"), { class: "note" }));
    parts.push(element("p", sentence, { class: "verdict " + tone }), element("p", say("counts", receipt.rows)));
    if (isSent) {
      const base = siteAddress() + "/submissions/" + receipt.submissionId;
      const actions = element("p", undefined, { class: "actions" });
      if (receipt.annotated && receipt.issues.length > 0) {
        const end = /\.[^.]*$/.exec(receipt.annotated)[0];
        actions.append(button(say("copy"), async () => save(await fetched(base + "/annotated", { type: "blob", accept: "*/*" }, receipt.document), withEnd(receipt.document, end))));
      }
      actions.append(button(say("page"), async () =>
        save(new Blob([await fetched(base + "/receipt", { accept: "text/html" }, receipt.document)], { type: "text/html" }), withEnd(receipt.document, "-receipt.html"))));
      parts.push(actions, ...issueList(receipt), fullReceipt(receipt, base));
    } else {
      parts.push(...issueList(receipt));
    }
    if (receipt.status !== "Accepted" && receipt.status !== "Duplicate") parts.push(correction(receipt.document, isSent));
    card.replaceChildren(...parts);
    state.textContent = visible(say("state.done", { file: receipt.document }));
    return parts[0];
  }

  async function one(item, isSent, card) {
    const name = item.name.trim();
    const bar = element("progress", undefined, { max: "100", value: "0", "aria-label": visible(name) });
    card.replaceChildren(element("h2", say("heading.open", { file: name })), bar);
    const progress = part => {
      bar.value = Math.round(part * 100);
      state.textContent = visible(part < 1 ? say("state.sending", { file: name, percent: bar.value }) : say(isSent ? "state.waiting" : "state.checking", { file: name }));
    };
    progress(0);
    const path = siteAddress() + (isSent ? "/submissions" : "/check?language=" + document.documentElement.lang);
    const answer = await ask("POST", path, { name, body: item.file, progress });
    if (answer.status !== (isSent ? 202 : 200)) throw refusal(answer, name);
    const told = JSON.parse(answer.responseText);
    progress(1);
    bar.removeAttribute("value");
    return show(card, isSent ? await receiptOf(told) : told, isSent);
  }

  async function run(items, isSent) {
    trouble.hidden = true;
    const fault = inputs(items);
    if (fault) {
      complain(say(fault[1]));
      fault[0]?.focus();
      return;
    }
    remember();
    buttons.forEach(one => { one.disabled = true; });
    let heading = null;
    let failed = false;
    for (const item of items) {
      const card = element("section", undefined, { class: "sent" });
      results.prepend(card);
      try {
        heading = await one(item, isSent, card);
        if (isSent) picked = picked.filter(other => other !== item);
      } catch (problem) {
        card.remove();
        state.textContent = "";
        failed = true;
        complain(problem instanceof Trouble ? problem.message : say("trouble.ours", { file: item.name, id: problem.name }));
        break;
      }
    }
    buttons.forEach(one => { one.disabled = false; });
    list();
    if (!failed) {
      files.value = "";
      heading?.focus();
    }
  }

  recall();
  form.addEventListener("submit", event => { event.preventDefault(); run(picked, true); });
  at("check").addEventListener("click", () => run(picked, false));
  keep.addEventListener("change", remember);
  files.addEventListener("change", () => { pick(files.files); files.value = ""; });
  for (const kind of ["dragover", "dragenter"]) drop.addEventListener(kind, event => { event.preventDefault(); drop.classList.add("over"); });
  for (const kind of ["dragover", "drop"]) document.addEventListener(kind, event => event.preventDefault());
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", event => { event.preventDefault(); drop.classList.remove("over"); pick(event.dataTransfer.files); });
})();
