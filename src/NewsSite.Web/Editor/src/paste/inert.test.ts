import { expect, test } from 'vitest';
import { Findings } from './findings';
import { inert } from './inert';

test.each([
  ['<p style="color:red" onclick=\'x()\'>words style="kept" onclick=here</p>', '<p data-style="color:red" data-onclick=\'x()\'>words style="kept" onclick=here</p>'],
  ['<a title="a > b style=x" style=y>c</a>', '<a title="a > b style=x" data-style=y>c</a>'],
  ['<style><!-- p {} --></style>a<script>var x = "<style>";</script>b<style>i{}</style>c', 'abc'],
  ['a<!-- <p style="x"> -->b<![if !supportLists]>c<![endif]>', 'ab<![if !supportLists]>c<![endif]>'],
  ['3 < 4 and style="x" stay, as do fonts="y"', '3 < 4 and style="x" stay, as do fonts="y"'],
])('%s is made inert', (html, expected) => {
  expect(inert(html, new Findings())).toBe(expected);
});
