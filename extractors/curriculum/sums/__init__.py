"""What columns of figures mean whose heads are lost, told by the sums that must hold in every row of a plan."""
