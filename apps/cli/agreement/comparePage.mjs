/**
 * Asks the page of a run, and `minibatch predict`, for the same samples.
 *
 * @returns how many answers there are and how many are the same, the largest difference of a number on the page (a probability; a value, as a
 *   share of the largest), and how its self-check ended
 */
export async function comparePage(pages, file, { inputs, ask }, expected, folder) {
  const page = await pages.open(file);
  const largest = Math.max(...expected.map(({ predicted = 1 }) => Math.abs(predicted)));
  let [same, difference] = [0, 0];
  for (const [row, input] of inputs().entries()) {
    await page.evaluate(() => document.querySelector(".answer").replaceChildren());
    await ask(page, input, folder);
    const best = await page.locator(".best strong").textContent();
    const { predicted, class: name, probabilities } = expected[row];
    const answers = probabilities ? await probabilitiesOn(page) : { value: Number(best.replaceAll(",", "")) };
    const differences = Object.entries(answers).map(
      ([key, value]) => Math.abs(value - (probabilities?.[key] ?? predicted)) / largest,
    );
    difference = Math.max(difference, ...differences);
    if (name === undefined ? differences[0] < 1e-2 : best === name) same += 1;
  }
  const check = await page.evaluate(() => document.documentElement.dataset.check);
  await page.close();
  return { answers: expected.length, same, difference, check };
}

function probabilitiesOn(page) {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll(".bars li")].map((bar) => [
        bar.querySelector(".name").textContent,
        bar.querySelector("meter").value,
      ]),
    ),
  );
}
