"""Tests of Parley, and benchmarks."""
