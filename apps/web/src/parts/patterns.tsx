/** Pattern as well as colour: hatched is unsold, dotted waits. Once a page; style.css refers to the ids. */
export function Patterns() {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="hatch-ground" width="7" height="7" />
          <rect class="hatch-line" width="3" height="7" />
        </pattern>
        <pattern id="dots" width="8" height="8" patternUnits="userSpaceOnUse">
          <rect class="dots-ground" width="8" height="8" />
          <circle class="dots-dot" cx="4" cy="4" r="1.6" />
        </pattern>
      </defs>
    </svg>
  );
}
