"""Change of radar backscatter: power and its looks, tests of speckle, maps of what changed and of likely water."""
