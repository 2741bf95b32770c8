/** Days since 1 March of year 0, by arithmetic of the civil calendar alone. */
export function dayCount(date: string): number {
  const [y, m, d] = [digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10)];
  const year = m <= 2 ? y - 1 : y;
  const month = (m + 9) % 12;
  return (
    365 * year +
    Math.floor(year / 4) -
    Math.floor(year / 100) +
    Math.floor(year / 400) +
    Math.floor((month * 306 + 5) / 10) +
    d -
    1
  );
}

function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) number = number * 10 + text.charCodeAt(at) - 48;
  return number;
}
