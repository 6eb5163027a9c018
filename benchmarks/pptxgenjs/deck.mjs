// PptxGenJS at the job, as its documentation shows. Reads {jobs, headers, series, label, folder} from standard
// input, makes every deck once, and prints the processor seconds of each; with a folder, writes the files too.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pptxgen from "pptxgenjs";

const input = JSON.parse(readFileSync(0, "utf8"));
const frame = { x: 0.5, y: 1.6, w: 9, h: 3.6 };
const amount = (number) => number.toLocaleString("en-US");

async function make(job) {
  const deck = new pptxgen();
  deck.title = job.title;
  deck.author = job.presenter;
  const first = deck.addSlide();
  first.addText(job.title, { x: 0.5, y: 1.5, w: 9, h: 1.2, fontSize: 36 });
  first.addText([input.label, job.presenter].map((text) => ({ text, options: { breakLine: true } })), {
    x: 0.5, y: 3, w: 9, h: 1, fontSize: 18,
  });
  for (const page of job.pages) add(deck, page);
  return deck.write({ outputType: "nodebuffer", compression: true });
}

function add(deck, page) {
  const slide = deck.addSlide();
  slide.addText(page.title, { x: 0.5, y: 0.4, w: 9, h: 0.9, fontSize: 28 });
  if (page.form === "bullets") {
    const lines = page.bullets.map((text) => ({ text, options: { bullet: true, breakLine: true } }));
    slide.addText(lines, { ...frame, fontSize: 18 });
  } else if (page.form === "table") {
    const rows = page.rows.map((row) => [row.name, amount(row.plan), amount(row.forecast), amount(row.committed)]);
    slide.addTable([input.headers, ...rows], frame);
  } else {
    const labels = page.rows.map((row) => row.name);
    const plan = { name: input.series[0], labels, values: page.rows.map((row) => row.plan) };
    const forecast = { name: input.series[1], labels, values: page.rows.map((row) => row.forecast) };
    slide.addChart(deck.charts.BAR, [plan, forecast], frame);
  }
  slide.addNotes(page.notes);
}

const seconds = [];
for (const [at, job] of input.jobs.entries()) {
  global.gc?.();
  const before = process.cpuUsage();
  const data = await make(job);
  const used = process.cpuUsage(before);
  seconds.push((used.user + used.system) / 1e6);
  if (input.folder) writeFileSync(join(input.folder, `${at}.pptx`), data);
}
console.log(JSON.stringify(seconds));
