"""What people do: one class for each job, synchronous, with the actor and the clock passed in."""
