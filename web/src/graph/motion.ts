import type { Camera } from 'sigma';

/** How many milliseconds nothing must have moved for the view to be at rest: a hand that turns a wheel pauses less. */
const least = 180;
const most = 1_500;

/**
 * Whether the view moves. Sigma's own answer is for whom frames come fast: where they do not, it holds the view for at
 * rest between two steps of a wheel, draws all that it spares while moving, and is later still with the next step.
 */
export class Motion {
  readonly #rest: () => void;
  #pause = least;
  #timer: number | undefined;

  /** Calls `rest` each time when the camera has come to rest. */
  constructor(camera: Camera, rest: () => void) {
    this.#rest = rest;
    camera.on('updated', () => this.#move());
  }

  /** Whether the camera moved a moment ago. */
  get isMoving(): boolean {
    return this.#timer !== undefined;
  }

  /**
   * Learns how long it took to draw everything: the longer, the surer it has to be that nothing moves before it is
   * begun.
   */
  took(milliseconds: number): void {
    this.#pause = Math.min(Math.max(least, milliseconds * 3), most);
  }

  /** Forgets that anything moved. */
  stop(): void {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #move(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#timer = undefined;
      this.#rest();
    }, this.#pause);
  }
}

/**
 * Calls back with how long the next frames take: so many are on their way to the screen at once, and the last waits for
 * all.
 */
export function timeFrames(done: (milliseconds: number) => void): void {
  const begun = performance.now();
  let left = 3;
  const frame = () => {
    left -= 1;
    if (left > 0) requestAnimationFrame(frame);
    else done(performance.now() - begun);
  };
  requestAnimationFrame(frame);
}
