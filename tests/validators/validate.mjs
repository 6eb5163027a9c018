// Validates the files named on standard input (a JSON list of paths) with the Open XML SDK, in one process.
// Prints one JSON object: path to its list of errors.
import { readFile } from "node:fs/promises";
import validate, { getFileFormatFromName } from "@ooxml-tools/validate";

const VERSION = "Microsoft365";

async function standardInput() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

async function errorsOf(path) {
  try {
    const found = await validate(new Uint8Array(await readFile(path)), getFileFormatFromName(path), VERSION);
    return found.map(({ id, description, path: place }) => ({
      id,
      description,
      part: place.partUri ?? "",
      xpath: place.xpath ?? "",
    }));
  } catch (error) {
    return [{ id: "unreadable", description: String(error?.message ?? error), part: "", xpath: "" }];
  }
}

const results = {};
for (const path of JSON.parse(await standardInput())) results[path] = await errorsOf(path);
process.stdout.write(JSON.stringify(results), () => process.exit(0));
