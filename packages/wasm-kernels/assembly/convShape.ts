/** A two-dimensional convolution, NHWC, as the exported functions take it apart. */
@unmanaged
export class ConvShape {
  batch: i32; inHeight: i32; inWidth: i32; inChannels: i32;
  outHeight: i32; outWidth: i32; outChannels: i32;
  filterHeight: i32; filterWidth: i32; strideHeight: i32; strideWidth: i32;
  dilationHeight: i32; dilationWidth: i32; padTop: i32; padLeft: i32;

  /** Multiplications for a value of the output. */
  get taps(): i32 {
    return this.filterHeight * this.filterWidth * this.inChannels;
  }

  /** Bytes of an input image. */
  get inBytes(): usize {
    return (<usize>(this.inHeight * this.inWidth * this.inChannels)) << 2;
  }

  /** Bytes of an output image. */
  get outBytes(): usize {
    return (<usize>(this.outHeight * this.outWidth * this.outChannels)) << 2;
  }

  /** Values of an output image after pooling by windows of 2x2. */
  get pooledFloats(): usize {
    return <usize>((this.outHeight >> 1) * (this.outWidth >> 1) * this.outChannels);
  }

  /** Rows and columns that the windows reach over, padding included. */
  get reachHeight(): i32 {
    return (this.outHeight - 1) * this.strideHeight + (this.filterHeight - 1) * this.dilationHeight + 1;
  }

  get reachWidth(): i32 {
    return (this.outWidth - 1) * this.strideWidth + (this.filterWidth - 1) * this.dilationWidth + 1;
  }

  /** Rows of an image as the windows see it: with its padding, where it has some. */
  get sourceHeight(): i32 {
    return this.padded ? this.reachHeight : this.inHeight;
  }

  get sourceWidth(): i32 {
    return this.padded ? this.reachWidth : this.inWidth;
  }

  /** Whether some window leaves the image. */
  get padded(): bool {
    return this.padTop > 0 || this.padLeft > 0 ||
      this.reachHeight > this.inHeight || this.reachWidth > this.inWidth;
  }
}
