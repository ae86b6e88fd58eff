// Compiles ink. Requests: {"do": "compile", "file": …} and, for the result, {"do": "write", "file": …, "to": …}.
"use strict";
const fs = require("node:fs");
const readline = require("node:readline");
const { Compiler } = require("inkjs/full");

function compile(file) {
  const source = fs.readFileSync(file, "utf8");
  const start = process.cpuUsage();
  const story = new Compiler(source).Compile();
  const used = process.cpuUsage(start);
  return [(used.user + used.system) / 1e6, story];
}

function answer(request) {
  const [seconds, story] = compile(request.file);
  if (request.do === "write") fs.writeFileSync(request.to, story.ToJson());
  return { seconds };
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  process.stdout.write(JSON.stringify(answer(JSON.parse(line))) + "\n");
});
