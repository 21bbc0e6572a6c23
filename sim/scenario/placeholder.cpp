namespace stairwise {}
